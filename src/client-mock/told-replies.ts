import type { Reply } from './rules.js';

/** Replies in sinon's words, as `mock.send` and `mock.send.onCall(n)` take them. */
export abstract class ToldReplies<TStub> {
  protected abstract tell(reply: Reply): TStub;

  resolves(value?: any): TStub {
    return this.tell(() => Promise.resolve(value));
  }

  /** @param error - an error, or the name of one */
  rejects(error?: any, message = ''): TStub {
    const reason = errorOf(error, message);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- sinon takes anything
    return this.tell(() => Promise.reject(reason));
  }

  returns(value?: any): TStub {
    return this.tell(() => value as unknown);
  }

  /** @param error - an error, or the name of one */
  throws(error?: any, message = ''): TStub {
    const thrown = errorOf(error, message);
    return this.tell(() => {
      throw thrown;
    });
  }

  /** Calls back: with the argument at this place, from 0. */
  callsArgWith(n: number, ...values: any[]): TStub {
    return this.tell((_client, args) => {
      (args[n] as (...given: unknown[]) => void)(...(values as unknown[]));
    });
  }

  /** Calls back: with the first argument that is a function. */
  yields(...values: any[]): TStub {
    return this.tell((_client, args) => {
      const callback = args.find((arg) => typeof arg === 'function');
      (callback as (...given: unknown[]) => void)(...(values as unknown[]));
    });
  }

  /** @param fake - gets what `send` gets, and the client as `this` */
  callsFake(fake: (...args: any[]) => any): TStub {
    return this.tell((client, args) => fake.apply(client, [...args]) as unknown);
  }
}

function errorOf(given: unknown, message: string): unknown {
  if (typeof given === 'string') return Object.assign(new Error(message), { name: given });
  return given ?? new Error('Error');
}

/** Replies for one call, or for some: what tells them says where they go. */
export class RepliesFor<TStub> extends ToldReplies<TStub> {
  constructor(
    private readonly stub: TStub,
    private readonly add: (reply: Reply) => void,
  ) {
    super();
  }

  protected override tell(reply: Reply): TStub {
    this.add(reply);
    return this.stub;
  }
}
