import { equals, isMatcher, matches } from './input-match.js';

/** What a call is compared with, of this library or of sinon. */
interface OtherCall {
  readonly callId: number;
}

/**
 * One call of a mocked `send`, with what sinon's spy calls have.
 *
 * @typeParam TArgs - what `send` was given
 * @typeParam TReturn - what it gave back, mostly a promise
 */
export class SpyCall<TArgs extends readonly any[] = any[], TReturn = any> {
  /** What it gave back: a promise, or undefined where nothing answers. */
  returnValue: TReturn = undefined as TReturn;
  /** What it threw, and did not reject with; mostly nothing. */
  exception: any = undefined;

  /**
   * @param thisValue - the client, or the mock where that was handed over in its place
   * @param args - the command, and what came after it
   * @param callId - its place among all calls of all mocks
   */
  constructor(
    readonly thisValue: any,
    public args: TArgs,
    readonly callId: number,
  ) {}

  get firstArg(): any {
    return this.args[0] as unknown;
  }

  get lastArg(): any {
    return this.args.at(-1) as unknown;
  }

  /** What was given last, where that is a function. */
  get callback(): ((...args: any[]) => any) | undefined {
    const last: unknown = this.args.at(-1);
    return typeof last === 'function' ? (last as (...args: any[]) => any) : undefined;
  }

  calledOn(thisValue: any): boolean {
    return isMatcher(thisValue) ? thisValue.test(this.thisValue) : thisValue === this.thisValue;
  }

  calledWith(...args: unknown[]): boolean {
    return args.length <= this.args.length && args.every((arg, i) => equals(arg, this.args[i]));
  }

  calledWithExactly(...args: unknown[]): boolean {
    return args.length === this.args.length && this.calledWith(...args);
  }

  calledWithMatch(...args: unknown[]): boolean {
    return args.length <= this.args.length && args.every((arg, i) => matches(arg, this.args[i]));
  }

  notCalledWith(...args: unknown[]): boolean {
    return !this.calledWith(...args);
  }

  notCalledWithMatch(...args: unknown[]): boolean {
    return !this.calledWithMatch(...args);
  }

  /** By identity for a promise: what is in it is not known yet. */
  returned(value: any): boolean {
    return equals(value, this.returnValue);
  }

  /** @param error - the error itself, its name, or nothing for any */
  threw(error?: any): boolean {
    if (error === undefined || this.exception === undefined) return this.exception !== undefined;
    return this.exception === error || (this.exception as { name?: unknown }).name === error;
  }

  calledBefore(other: OtherCall): boolean {
    return this.callId < other.callId;
  }

  calledAfter(other: OtherCall): boolean {
    return this.callId > other.callId;
  }

  calledImmediatelyBefore(other: OtherCall): boolean {
    return this.callId === other.callId - 1;
  }

  calledImmediatelyAfter(other: OtherCall): boolean {
    return this.callId === other.callId + 1;
  }

  toString(): string {
    const names = this.args.map((arg: unknown) =>
      typeof arg === 'object' && arg !== null ? arg.constructor.name : typeof arg,
    );
    return `send(${names.join(', ')})`;
  }
}
