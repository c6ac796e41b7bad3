import type { OpenCall, Operation, Target } from '../calls/index.js';
import type { Reply } from '../replies/index.js';
import { sameParams } from './same-params.js';
import type { StubSettings } from './settings.js';
import { Stub, type Written } from './stub.js';
import { StubIndex } from './stub-index.js';

/** The stubs and expectations of one target in one scope. */
export class StubSet {
  /** Expectations may be used in any order. */
  inAnyOrder = false;
  /** All, in the order they were written. */
  stubs: Stub[] = [];
  #answers = new StubIndex();
  #expectations = new StubIndex();
  #queue: Stub[] = [];
  #head = 0;
  #written = 0;
  /** What was written last, if nothing was there for the same. */
  #onlyOne: Stub | undefined;

  constructor(readonly target: Target) {}

  /**
   * A stub that answers any number of calls. Where there is one for the same already, it is only written
   * with its first reply.
   */
  on({ name, form }: Operation, params: unknown, written: Written, settings?: StubSettings): Stub {
    const stub = new Stub(this.target, name, params, false, written, settings, form);
    if (this.#answers.same(stub) === undefined) {
      this.#write(stub, this.#answers);
      this.#onlyOne = stub;
    }
    return stub;
  }

  /**
   * Gives a stub a reply for all further calls. It takes the place of every other one for the same
   * operation and parameters.
   */
  replyAlways(stub: Stub, reply: Reply): void {
    if (stub !== this.#onlyOne) {
      for (const same of this.#answers.allSame(stub)) if (same !== stub) this.#remove(same);
    }
    if (!stub.isWritten) this.#write(stub, this.#answers);
    stub.setAlways(reply);
  }

  /**
   * Gives a stub a reply for one call: after those of the stub for the same that was written last, or,
   * where that one has a reply for all further calls, before it.
   */
  replyOnce(stub: Stub, reply: Reply): void {
    if (!stub.isWritten) {
      const same = this.#answers.same(stub);
      if (same !== undefined && !same.hasEnd && hasSameSettings(stub, same)) {
        stub.continue(same);
        this.#remove(same);
      }
      this.#write(stub, this.#answers);
    }
    stub.addOnce(reply);
  }

  /** A stub that must be used exactly once, after those that were written before it. */
  expects(
    { name, form }: Operation,
    params: unknown,
    written: Written,
    settings?: StubSettings,
  ): Stub {
    const stub = new Stub(this.target, name, params, true, written, settings, form);
    this.#write(stub, this.#expectations);
    this.#queue.push(stub);
    return stub;
  }

  /** Takes all stubs and expectations away. */
  reset(): void {
    for (const stub of this.stubs) stub.withdraw();
    this.stubs = [];
    this.#answers = new StubIndex();
    this.#expectations = new StubIndex();
    this.#queue = [];
    this.#head = 0;
  }

  #write(stub: Stub, index: StubIndex): void {
    this.#onlyOne = undefined;
    stub.isWritten = true;
    stub.order = this.#written++;
    this.stubs.push(stub);
    index.add(stub);
  }

  #remove(stub: Stub): void {
    stub.withdraw();
    this.#answers.remove(stub);
    this.stubs.splice(this.stubs.lastIndexOf(stub), 1);
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

function hasSameSettings({ settings: one }: Stub, { settings: other }: Stub): boolean {
  return sameParams(one, other);
}
