import process from 'node:process';
import { copyOf, type Form, type OpenCall, type Target } from '../calls/index.js';
import type { Reply } from '../replies/index.js';
import { inputIn } from './forms.js';
import { fits } from './params.js';
import { sameParams } from './same-params.js';
import type { StubSettings } from './settings.js';

/** A public function whose caller wrote the stub. */
export type Written = (...args: never[]) => unknown;

/** Stands for the operation of a stub that answers all operations of its target. */
export const ANY_OPERATION = '*';

/** A place in the code; its stack is only worked out when it is asked for. */
interface Place {
  readonly stack?: string;
}

function placeOf(written: Written): Place {
  const place = {};
  Error.captureStackTrace(place, written);
  return place;
}

/** What answers calls: an operation, the parameters that it expects, and its replies. */
export class Stub {
  readonly params: unknown;
  /** Stubs of a target are numbered as they are written. */
  order = -1;
  /** Some call was answered by it. */
  wasUsed = false;
  /** It stands among the stubs of its target. */
  isWritten = false;
  /** Said once each, in order; then `#always`. */
  #once: Reply[] = [];
  #used = 0;
  /** How many of the once-replies are those of the same stub that was written before. */
  #inherited = 0;
  #always: Reply | undefined;
  #bare = true;
  /** Where it was written, for messages. */
  readonly #written: Place;

  /**
   * @param written - the public function that was called: the stack starts above it
   * @param settings - what holds for this stub, whatever holds for its target
   */
  constructor(
    readonly target: Target,
    readonly operation: string,
    params: unknown,
    readonly isExpectation: boolean,
    written: Written | Place,
    readonly settings: StubSettings = {},
    /** How items are written in it. */
    readonly form?: Form,
  ) {
    this.params = copyOf(params);
    this.#written = typeof written === 'function' ? placeOf(written) : written;
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

  /** True where it has a reply for all further calls: one without any answers with empty outputs. */
  get hasEnd(): boolean {
    return this.#always !== undefined || this.#bare;
  }

  addOnce(reply: Reply): void {
    this.#once.push(reply);
    this.#bare = false;
  }

  /** What was inherited goes; so does all else where it had a reply for all calls already. */
  setAlways(reply: Reply): void {
    if (this.#always !== undefined) this.#forget();
    this.#once.splice(this.#used, Math.max(0, this.#inherited - this.#used));
    this.#inherited = 0;
    this.#always = reply;
    this.#bare = false;
  }

  /** Its own once-replies will follow those that the same stub has left. */
  continue(before: Stub): void {
    this.#once = before.#once;
    this.#used = before.#used;
    this.#inherited = this.#once.length;
    this.wasUsed = before.wasUsed;
    before.#once = [];
  }

  /** It stands among the stubs of its target no more; what is given to it now is given to a new one. */
  withdraw(): void {
    this.#forget();
    this.#bare = true;
    this.isWritten = false;
    this.wasUsed = false;
  }

  #forget(): void {
    this.#once = [];
    this.#used = 0;
    this.#inherited = 0;
    this.#always = undefined;
  }

  /** The same without replies, to be written in another scope. */
  again(): Stub {
    const { target, operation, params, isExpectation, settings, form } = this;
    return new Stub(target, operation, params, isExpectation, this.#written, settings, form);
  }

  isForOperation({ names }: OpenCall): boolean {
    return (
      this.operation === names.operation ||
      this.operation === names.alias ||
      this.operation === ANY_OPERATION
    );
  }

  /** True where the stub is for this call, whatever replies it has left. */
  isFor(call: OpenCall): boolean {
    return (
      this.isForOperation(call) &&
      (this.params === undefined ||
        fits(this.params, inputIn(this.form, call), { whole: this.isExpectation }))
    );
  }

  /** The same operation with the same parameters. */
  isSameAs(other: Stub): boolean {
    return (
      this.operation === other.operation &&
      this.form === other.form &&
      sameParams(this.params, other.params)
    );
  }

  /** The next reply; a stub that was given none answers with an empty output. */
  take(): Reply {
    this.wasUsed = true;
    const reply = this.#once[this.#used];
    if (reply !== undefined) {
      this.#used += 1;
      return reply;
    }
    if (this.isExpectation && this.#bare) this.#bare = false;
    return this.#always ?? { kind: 'output', output: {}, isChecked: true };
  }
}
