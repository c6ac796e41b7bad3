import type { OpenCall, Target } from '../calls/index.js';
import type { StubSettings } from './settings.js';
import { Stub, type Written } from './stub.js';
import { StubIndex } from './stub-index.js';

/** The stubs and expectations of one target in one scope. */
export class StubSet {
  /** Expectations may be used in any order. */
  inAnyOrder = false;
  /** All, in the order they were written. */
  readonly stubs: Stub[] = [];
  readonly #answers = new StubIndex();
  readonly #expectations = new StubIndex();
  readonly #queue: Stub[] = [];
  #head = 0;

  constructor(readonly target: Target) {}

  /**
   * A stub that answers any number of calls. Written again with the same parameters, and with
   * nothing for the operation in between, it is the same stub: its once-replies queue up.
   */
  on(operation: string, params: unknown, written: Written, settings?: StubSettings): Stub {
    const last = this.#answers.last(operation);
    const order = this.stubs.length;
    const stub = new Stub(this.target, operation, params, false, order, written, settings);
    if (last?.isSameAs(stub) === true) return last;
    this.stubs.push(stub);
    this.#answers.add(stub);
    return stub;
  }

  /** A stub that must be used exactly once, after those that were written before it. */
  expects(operation: string, params: unknown, written: Written, settings?: StubSettings): Stub {
    const order = this.stubs.length;
    const stub = new Stub(this.target, operation, params, true, order, written, settings);
    this.stubs.push(stub);
    this.#queue.push(stub);
    this.#expectations.add(stub);
    return stub;
  }

  /** What answers the call here: an expectation whose turn it is, else the latest stub that fits. */
  find(call: OpenCall): Stub | undefined {
    return this.#expected(call) ?? this.#answers.find(call, 'latest');
  }

  /** The expectation whose turn it is. */
  get next(): Stub | undefined {
    while (this.#queue[this.#head]?.isUsedUp === true) this.#head += 1;
    return this.#queue[this.#head];
  }

  /** Expectations that are not met yet. */
  get pending(): Stub[] {
    return this.#queue.slice(this.#head).filter((stub) => !stub.isUsedUp);
  }

  #expected(call: OpenCall): Stub | undefined {
    if (this.inAnyOrder) return this.#expectations.find(call, 'earliest');
    const { next } = this;
    return next?.isFor(call) === true ? next : undefined;
  }
}
