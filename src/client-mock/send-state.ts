import { Rules, type Reply } from './rules.js';
import { SpyCall } from './spy-call.js';

/** What a mock is, beside what its `send` answers. */
export interface Mocked {
  /** The `send` that was there before. */
  original(): (...args: unknown[]) => unknown;
  /** Puts it back. */
  restore(): void;
  /**
   * What becomes of a call.
   *
   * @param take - gives its reply, and uses it up
   */
  answer(call: SpyCall, take: () => Reply | undefined): unknown;
}

/** The calls of all mocks are in one row. */
let nextCallId = 0;

/** The calls of a mocked `send`, and what answers them. */
export class SendState {
  calls: SpyCall[] = [];
  readonly rules = new Rules();
  /** For the calls that no rule answers: by their number, and for all. */
  readonly nth = new Map<number, Reply>();
  lasting: Reply | undefined;

  constructor(readonly mocked: Mocked) {}

  call(client: unknown, args: unknown[]): unknown {
    const call = new SpyCall(client, args, nextCallId++);
    this.calls.push(call);
    const rule = this.rules.find(args);
    const told = this.nth.get(this.calls.length - 1) ?? this.lasting;
    try {
      // What `send` itself was told is given as it is: it may call back by itself.
      if (rule === undefined && told !== undefined) {
        return (call.returnValue = told(client, args));
      }
      return this.mocked.answer(call, () => rule?.take() ?? told);
    } catch (error) {
      call.exception = error;
      throw error;
    }
  }

  resetHistory(): void {
    this.calls = [];
    this.rules.rewind();
  }

  resetBehavior(): void {
    this.rules.clear();
    this.nth.clear();
    this.lasting = undefined;
  }
}
