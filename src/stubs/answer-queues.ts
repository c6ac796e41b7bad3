import { chainOf, type Scope } from '../calls/index.js';
import type { Stub } from './stub.js';

interface Queue {
  readonly stubs: Stub[];
  used: number;
  /** How often the Stubber had been activated when the last was added; undefined where it was active, or told not to be. */
  activations?: number | undefined;
}

const NOTHING: Queue = { stubs: [], used: 0 };

/** The answers of a Stubber, a queue for each scope that they were added in: those that a test adds go with it. */
export class AnswerQueues {
  readonly #queues = new WeakMap<Scope, Queue>();

  /** @param activations - how often the Stubber was activated so far; undefined where it is active */
  add(stub: Stub, scope: Scope, activations: number | undefined): void {
    const queue = this.#queues.get(scope) ?? { stubs: [], used: 0 };
    this.#queues.set(scope, queue);
    queue.stubs.push(stub);
    queue.activations = activations;
  }

  /** The answer for the next call. */
  next(scope: Scope): Stub | undefined {
    const queue = this.#nextQueue(scope);
    return queue?.stubs[queue.used];
  }

  /** Uses up what `next` gives. */
  use(scope: Scope): void {
    const queue = this.#nextQueue(scope);
    if (queue !== undefined) queue.used += 1;
  }

  /** Whether there was any answer, used up or not. */
  hadAnswers(scope: Scope): boolean {
    return this.#queuesOf(scope).length > 0;
  }

  /** Answers of a scope, and of those that it falls back to, that were not used yet. */
  pendingIn(scope: Scope): Stub[] {
    return this.#queuesOf(scope).flatMap(({ stubs, used }) => stubs.slice(used));
  }

  /** The same, without those of wider scopes. */
  pendingOnlyIn(scope: Scope): Stub[] {
    const { stubs, used } = this.#queues.get(scope) ?? NOTHING;
    return stubs.slice(used);
  }

  /** Those of them that were added when the Stubber had been activated so often, and was not active. */
  addedAfter(activations: number, scope: Scope): Stub[] {
    return this.#queues.get(scope)?.activations === activations ? this.pendingOnlyIn(scope) : [];
  }

  /** What was added so far is not among `addedAfter` any more. */
  forgetActivations(scope: Scope): void {
    for (const queue of this.#queuesOf(scope)) queue.activations = undefined;
  }

  #nextQueue(scope: Scope): Queue | undefined {
    return this.#queuesOf(scope).find(({ stubs, used }) => used < stubs.length);
  }

  /** From the widest scope on: what was added there was added first. */
  #queuesOf(scope: Scope): Queue[] {
    return [...chainOf(scope)].reverse().flatMap((each) => this.#queues.get(each) ?? []);
  }
}
