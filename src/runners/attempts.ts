import type { Block, RunningTest } from '../calls/index.js';

/**
 * One run of a test. The runners may run one again (`retry`, `jest.retryTimes`), and what an earlier run left is not the
 * next one's.
 */
export interface Attempt<T extends object> extends RunningTest {
  readonly key: { readonly task: T };
}

/** The runs of a runner's tests, as it keeps those. */
export class Attempts<T extends object> {
  readonly #last = new WeakMap<T, Attempt<T>>();
  readonly #nameOf: (task: T) => string;
  readonly #blockOf: (task: T) => Block | undefined;

  /**
   * @param nameOf - gives a test's name, with its blocks' names before it
   * @param blockOf - gives the innermost block that it stands in
   */
  constructor(nameOf: (task: T) => string, blockOf: (task: T) => Block | undefined) {
    this.#nameOf = nameOf;
    this.#blockOf = blockOf;
  }

  /** The present run of a test, or its last. */
  of(task: T): Attempt<T> {
    return this.#last.get(task) ?? this.begin(task);
  }

  begin(task: T): Attempt<T> {
    const nameOf = this.#nameOf;
    const attempt: Attempt<T> = {
      key: { task },
      block: this.#blockOf(task),
      get name() {
        return nameOf(task);
      },
    };
    this.#last.set(task, attempt);
    return attempt;
  }
}
