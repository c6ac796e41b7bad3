import { copyOf, type OpenCall, type Target } from '../calls/index.js';
import {
  equalValues,
  fits,
  insideExactly,
  isAsymmetric,
  isExactly,
  type Comparison,
} from './params.js';
import type { Reply } from './reply.js';
import type { StubSettings } from './settings.js';

/** A public function whose caller wrote the stub. */
export type Written = (...args: never[]) => unknown;

/** Matchers are compared by identity: what two of them accept cannot be known. */
const SAME: Comparison = {
  whole: true,
  equals: (actual, expected) =>
    isAsymmetric(expected) ? actual === expected : equalValues(actual, expected),
};

/** What answers calls: an operation, the parameters that it expects, and its replies. */
export class Stub {
  readonly params: unknown;
  /** Said once each, in order; then `#always`. */
  readonly #once: Reply[] = [];
  #used = 0;
  #always: Reply | undefined;
  #bare = true;
  /** Where it was written, for messages; the stack is only worked out when it is asked for. */
  readonly #written: { stack?: string } = {};

  /**
   * @param order - stubs of a target are numbered as they are written
   * @param written - the public function that was called: the stack starts above it
   * @param settings - what holds for this stub, whatever holds for its target
   */
  constructor(
    readonly target: Target,
    readonly operation: string,
    params: unknown,
    readonly isExpectation: boolean,
    readonly order: number,
    written: Written,
    readonly settings: StubSettings = {},
  ) {
    this.params = copyOf(params);
    Error.captureStackTrace(this.#written, written);
  }

  /** No reply is left: a stub of once-replies that were all given, or an expectation that was met. */
  get isUsedUp(): boolean {
    if (this.#always !== undefined || this.#bare) return false;
    return this.#used === this.#once.length;
  }

  /** An expectation that was used: it will never be again. */
  get isMet(): boolean {
    return this.isExpectation && this.isUsedUp;
  }

  get hasReplies(): boolean {
    return !this.#bare;
  }

  /** The frames of the code that wrote it. */
  get frames(): string | undefined {
    return this.#written.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n');
  }

  /** `network.test.ts:12:5`, where the stack says so. */
  get writtenAt(): string | undefined {
    const [frame] = this.frames?.split('\n') ?? [];
    const place = frame?.replace(/^\s+at (?:.*\()?(?:file:\/\/)?/, '').replace(/\)$/, '');
    return place?.replace(`${process.cwd()}/`, '');
  }

  addOnce(reply: Reply): void {
    this.#once.push(reply);
    this.#bare = false;
  }

  setAlways(reply: Reply): void {
    this.#always = reply;
    this.#bare = false;
  }

  isForOperation({ names }: OpenCall): boolean {
    return this.operation === names.operation || this.operation === names.alias;
  }

  /** True where the stub is for this call, whatever replies it has left. */
  isFor(call: OpenCall): boolean {
    return (
      this.isForOperation(call) &&
      (this.params === undefined || fits(this.params, call.input, { whole: this.isExpectation }))
    );
  }

  /** The same operation with the same parameters. */
  isSameAs(other: Stub): boolean {
    return (
      this.operation === other.operation &&
      this.settings.delivery === other.settings.delivery &&
      this.settings.validate === other.settings.validate &&
      isExactly(this.params) === isExactly(other.params) &&
      (this.params === undefined) === (other.params === undefined) &&
      fits(insideExactly(this.params), insideExactly(other.params), SAME)
    );
  }

  /** The next reply; a stub that was given none answers with an empty output. */
  take(): Reply {
    const reply = this.#once[this.#used];
    if (reply !== undefined) {
      this.#used += 1;
      return reply;
    }
    if (this.isExpectation && this.#bare) this.#bare = false;
    return this.#always ?? { kind: 'output', output: {}, isChecked: true };
  }
}
