import type { Reply } from './rules.js';
import { SendState, type Mocked } from './send-state.js';
import type { SpyCall } from './spy-call.js';
import { RepliesFor, ToldReplies } from './told-replies.js';

/** A spy that another one is compared with: by the places of its calls among all calls. */
interface OtherSpy {
  readonly called: boolean;
  readonly callIds: readonly number[];
}

const STATE = Symbol('state');

/**
 * A mocked `send`: a function, with what sinon's stubs say of their calls.
 *
 * @typeParam TArgs - what `send` is given
 * @typeParam TReturn - what it gives back
 */
export interface SendStub<TArgs extends readonly any[] = any[], TReturn = any> {
  (...args: TArgs): TReturn;
  calledOn(client: any): boolean;
  alwaysCalledOn(client: any): boolean;
  calledWith(...args: any[]): boolean;
  alwaysCalledWith(...args: any[]): boolean;
  neverCalledWith(...args: any[]): boolean;
  calledOnceWith(...args: any[]): boolean;
  calledWithExactly(...args: any[]): boolean;
  alwaysCalledWithExactly(...args: any[]): boolean;
  calledOnceWithExactly(...args: any[]): boolean;
  calledWithMatch(...args: any[]): boolean;
  alwaysCalledWithMatch(...args: any[]): boolean;
  neverCalledWithMatch(...args: any[]): boolean;
  calledOnceWithMatch(...args: any[]): boolean;
  returned(value: any): boolean;
  alwaysReturned(value: any): boolean;
  threw(error?: any): boolean;
  alwaysThrew(error?: any): boolean;
}

// Its members stand on the prototype of a function.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the questions are added below
export class SendStub<TArgs extends readonly any[] = any[], TReturn = any> extends ToldReplies<
  SendStub<TArgs, TReturn>
> {
  declare readonly [STATE]: SendState;
  /** By this a mocked `send` is told from a real one, as that of sinon is. */
  declare readonly isSinonProxy: true;

  get callCount(): number {
    return this[STATE].calls.length;
  }
  get called(): boolean {
    return this.callCount > 0;
  }
  get notCalled(): boolean {
    return this.callCount === 0;
  }
  get calledOnce(): boolean {
    return this.callCount === 1;
  }
  get calledTwice(): boolean {
    return this.callCount === 2;
  }
  get calledThrice(): boolean {
    return this.callCount === 3;
  }
  get firstCall(): SpyCall<TArgs, TReturn> {
    return this.getCall(0);
  }
  get secondCall(): SpyCall<TArgs, TReturn> {
    return this.getCall(1);
  }
  get thirdCall(): SpyCall<TArgs, TReturn> {
    return this.getCall(2);
  }
  get lastCall(): SpyCall<TArgs, TReturn> {
    return this.getCall(-1);
  }
  get firstArg(): any {
    return (this[STATE].calls.at(-1)?.firstArg as unknown) ?? null;
  }
  get lastArg(): any {
    return (this[STATE].calls.at(-1)?.lastArg as unknown) ?? null;
  }
  get args(): TArgs[] {
    return this.getCalls().map(({ args }) => args);
  }
  get thisValues(): any[] {
    return this.getCalls().map(({ thisValue }) => thisValue as unknown);
  }
  get returnValues(): TReturn[] {
    return this.getCalls().map(({ returnValue }) => returnValue);
  }
  get exceptions(): any[] {
    return this.getCalls().map(({ exception }) => exception as unknown);
  }
  get callIds(): number[] {
    return this.getCalls().map(({ callId }) => callId);
  }

  /** @param n - from 0, or from the end where it is negative; null comes back where there is no such call */
  getCall(n: number): SpyCall<TArgs, TReturn> {
    return (this[STATE].calls.at(n) ?? null) as unknown as SpyCall<TArgs, TReturn>;
  }

  getCalls(): SpyCall<TArgs, TReturn>[] {
    return [...this[STATE].calls] as unknown as SpyCall<TArgs, TReturn>[];
  }

  calledBefore(other: OtherSpy): boolean {
    if (!this.called || !other.called) return this.called;
    return (this.callIds[0] ?? 0) < (other.callIds.at(-1) ?? 0);
  }

  calledAfter(other: OtherSpy): boolean {
    return this.called && other.called && (this.callIds.at(-1) ?? 0) > (other.callIds[0] ?? 0);
  }

  /** What `sinon.assert` says of it where it fails. */
  printf(format: string): string {
    const calls = () => this[STATE].calls.map((call) => `\n    ${call.toString()}`).join('');
    return format.replaceAll(/%([a-zA-Z*])/g, (_, what) => {
      if (what === 'n') return 'send';
      return what === 'C' ? calls() : '';
    });
  }

  resetHistory(): void {
    this[STATE].resetHistory();
  }

  resetBehavior(): void {
    this[STATE].resetBehavior();
  }

  reset(): void {
    this.resetHistory();
    this.resetBehavior();
  }

  /** Gives back the `send` that was there before. */
  restore(): void {
    this[STATE].mocked.restore();
  }

  /** @param n - which call of all, from 0; what an `on()` answers is answered by that */
  onCall(n: number): RepliesFor<this> {
    return new RepliesFor(this, (reply) => this[STATE].nth.set(n, reply));
  }

  onFirstCall(): RepliesFor<this> {
    return this.onCall(0);
  }

  onSecondCall(): RepliesFor<this> {
    return this.onCall(1);
  }

  onThirdCall(): RepliesFor<this> {
    return this.onCall(2);
  }

  /** @param args - the command, or a matcher for it */
  withArgs(...args: any[]): RepliesFor<this> {
    const { rules } = this[STATE];
    const rule = rules.add({ command: undefined, input: undefined, isStrict: true, args });
    return new RepliesFor(this, (reply) => {
      rules.setLasting(rule, reply);
    });
  }

  /** Lets calls that nothing else answers go to the `send` that was there before. */
  callThrough(): this {
    this.tell((client, args) => this[STATE].mocked.original().apply(client, [...args]));
    return this;
  }

  protected override tell(reply: Reply): this {
    this[STATE].lasting = reply;
    return this;
  }
}

Object.setPrototypeOf(ToldReplies.prototype, Function.prototype);
Object.defineProperty(SendStub.prototype, 'isSinonProxy', { value: true });

/** What can be asked of a call; of a `send` it is asked of all its calls. */
const QUESTIONS = [
  'calledOn',
  'calledWith',
  'calledWithExactly',
  'calledWithMatch',
  'returned',
  'threw',
] as const;

for (const question of QUESTIONS) {
  const yes =
    (given: unknown[]) =>
    (call: SpyCall): boolean =>
      (call[question] as (...args: unknown[]) => boolean)(...given);
  const name = question.replace(/^./, (first) => first.toUpperCase());
  const answers: Readonly<
    Record<string, (calls: readonly SpyCall[], given: unknown[]) => boolean>
  > = {
    [question]: (calls, given) => calls.some(yes(given)),
    [`always${name}`]: (calls, given) => calls.length > 0 && calls.every(yes(given)),
    [`never${name}`]: (calls, given) => !calls.some(yes(given)),
    [question.replace('called', 'calledOnce')]: (calls, given) =>
      calls.length === 1 && calls.some(yes(given)),
  };
  for (const [method, answer] of Object.entries(answers)) {
    if (Object.hasOwn(SendStub.prototype, method)) continue;
    Object.defineProperty(SendStub.prototype, method, {
      value(this: SendStub, ...given: unknown[]) {
        return answer(this[STATE].calls, given);
      },
      configurable: true,
      writable: true,
    });
  }
}

/** Makes the function that takes the place of a client's `send`. */
export function sendStub(mocked: Mocked): SendStub {
  const state = new SendState(mocked);
  const send = function send(this: unknown, ...args: unknown[]): unknown {
    return state.call(this, args);
  };
  Object.defineProperty(send, STATE, { value: state });
  return Object.setPrototypeOf(send, SendStub.prototype) as SendStub;
}

/** The calls of a mocked `send`, and what answers them. */
export function stateOf(send: SendStub): SendState {
  return send[STATE];
}
