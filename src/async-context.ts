import { AsyncLocalStorage } from 'node:async_hooks';
import { runInThisContext } from 'node:vm';

/** What is kept for the code being run, each by the name of its context. */
type Frame = Readonly<Record<string, unknown>>;

interface Shared {
  readonly storage: AsyncLocalStorage<object>;
  /** The storage itself holds keys alone: Node before 24 writes what it holds on timers, where a test may print it. */
  readonly frames: WeakMap<object, Frame>;
  readonly hide: typeof hidden;
}

/**
 * One for the process: sandboxes (of Jest, of Vitest's vm pools) and copies of this package share it, and Node before 24
 * asks each storage at every promise, for ever. All of it is made outside of the sandboxes, so that it keeps none.
 */
const SHARED = Symbol.for('aws-sdk-stubber.context');
const real = runInThisContext('globalThis') as {
  [SHARED]: Shared | undefined;
  readonly Object: ObjectConstructor;
  readonly WeakMap: typeof WeakMap;
};
const { storage, frames, hide } = (real[SHARED] ??= Object.assign(new real.Object(), {
  storage: new AsyncLocalStorage<object>(),
  frames: new real.WeakMap<object, Frame>(),
  hide: runInThisContext(`(${hidden.toString()})`) as typeof hidden,
}));

/** What code was started by, kept across its awaits, timers and events. */
export class AsyncContext<T> {
  /** @param name - the same one in all copies of this package */
  constructor(readonly name: string) {}

  /** Runs code, and all that it starts, with a value. */
  run<R>(value: T, act: () => R): R {
    return this.runner(value)(act);
  }

  /** A function that does so, and leaves no line of ours in a stack. */
  runner(value: T): <R>(act: () => R) => R {
    return storage.run.bind(storage, this.#keyOf(value)) as <R>(act: () => R) => R;
  }

  /** The same for what is left of the code being run, and all that it starts. */
  enter(value: T | undefined): void {
    storage.enterWith(this.#keyOf(value));
  }

  get(): T | undefined {
    const key = storage.getStore();
    return key && (frames.get(key)?.[this.name] as T | undefined);
  }

  #keyOf(value: T | undefined): object {
    hideMarks();
    const key = {};
    const around = storage.getStore();
    frames.set(key, { ...(around && frames.get(around)), [this.name]: value });
    return key;
  }
}

let isHidden = false;

/**
 * Node before 24 writes ids and the storage's key on every promise, as enumerable symbols: no two promises would be equal
 * any more for `toEqual`, and snapshots would print them.
 */
function hideMarks(): void {
  if (isHidden) return;
  isHidden = true;
  const promises = [
    (async () => {})(),
    runInThisContext('(async () => {})()') as Promise<void>,
  ].map((each) => storage.run({}, () => each.then()));
  for (const promise of promises) {
    const { kResourceStore } = storage as unknown as { readonly kResourceStore?: symbol };
    const marks = Object.getOwnPropertySymbols(promise).filter(
      (mark) =>
        mark === kResourceStore || /^(trigger_)?async_id_symbol$/.test(mark.description ?? ''),
    );
    const prototype = Object.getPrototypeOf(promise) as object;
    hide().forEach((accessor, i) => {
      const mark = marks[i];
      if (mark !== undefined) Reflect.defineProperty(prototype, mark, accessor);
    });
  }
}

/**
 * Accessors for a prototype, which keep in private fields what Node writes on its promises: nobody sees those. They are
 * written in all at once, in a tenth of the time that a property which is not enumerable takes.
 *
 * It is run from its text, outside of the sandboxes.
 */
function hidden(): PropertyDescriptor[] {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- fields are written on what it returns
  class Given {
    constructor(promise: object) {
      return promise;
    }
  }
  class Marked extends Given {
    #first: unknown;
    #second: unknown;
    #third: unknown;

    static accessors(): PropertyDescriptor[] {
      return [
        {
          configurable: true,
          get(this: Marked): unknown {
            return #first in this ? this.#first : undefined;
          },
          set(this: Marked, value) {
            if (!(#first in this)) new Marked(this);
            this.#first = value;
          },
        },
        {
          configurable: true,
          get(this: Marked): unknown {
            return #first in this ? this.#second : undefined;
          },
          set(this: Marked, value) {
            if (!(#first in this)) new Marked(this);
            this.#second = value;
          },
        },
        {
          configurable: true,
          get(this: Marked): unknown {
            return #first in this ? this.#third : undefined;
          },
          set(this: Marked, value) {
            if (!(#first in this)) new Marked(this);
            this.#third = value;
          },
        },
      ];
    }
  }
  return Marked.accessors();
}
