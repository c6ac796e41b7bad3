import type { ErrorDetails } from '../model/index.js';
import type {
  AsymmetricMatcher,
  ClientOf,
  ErrorCode,
  Exactly,
  ParamsOf,
  OperationOf,
} from '../stubs/index.js';

/**
 * How a runner's types tell what `expect` was given: `matchers` is the type that the matchers are
 * members of, `given` what that says.
 */
export interface Expected {
  readonly matchers: unknown;
  readonly given: unknown;
}

/** The client whose calls an assertion is about. */
type ClientFrom<How extends Expected, Matchers> = ClientOf<
  (How & { readonly matchers: Matchers })['given']
>;

/** An operation in a list: by itself, or with the parameters that its call should have. */
type ListedOperation<Client> =
  OperationOf<Client> | readonly [operation: OperationOf<Client>, params?: object];

/** The same list, the parameters of each operation checked. */
type Checked<Client, List> = {
  [I in keyof List]: List[I] extends readonly [infer Operation, object?]
    ? readonly [
        operation: Operation extends OperationOf<Client, Operation> ? Operation : never,
        params?: ParamsOf<Client, Operation>,
      ]
    : List[I] extends OperationOf<Client, List[I]>
      ? List[I]
      : never;
};

/** What an error should be like, beside its code. */
export type ExpectedErrorDetails = Omit<ErrorDetails, 'message' | '$metadata'> & {
  readonly message?: string | RegExp | AsymmetricMatcher;
  readonly $metadata?: object;
};

type Part<Members> = Members | Exactly<Members> | AsymmetricMatcher;

/** Parts that a request should have: any of its headers and query parameters, the whole of the others. */
export interface ExpectedRequest {
  readonly method?: string | AsymmetricMatcher;
  readonly hostname?: string | AsymmetricMatcher;
  /** Without the query. */
  readonly path?: string | AsymmetricMatcher;
  readonly query?: Part<Readonly<Record<string, unknown>>>;
  readonly headers?: Part<Readonly<Record<string, string | AsymmetricMatcher>>>;
  /** A text, bytes, or what the JSON of the body says. */
  readonly body?: string | Uint8Array | object | AsymmetricMatcher;
}

/**
 * The matchers, on `expect(target)`: a client class, a client, a service id, or a stub of one;
 * `expect(stub())` for every client.
 *
 * @typeParam R - what an assertion returns: nothing, or a promise after `.resolves` and `.rejects`
 * @typeParam How - how the target's type is found
 */
export interface AwsMatchers<R, How extends Expected> {
  /**
   * The operation was called, at least once.
   *
   * @param operation - a command class, or the operation's name
   * @param params - what the input must have: every given member, deeply; lists match whole
   * @example
   * expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' });
   */
  toHaveCalledOperation<This, Operation extends OperationOf<ClientFrom<How, This>, Operation>>(
    this: This,
    operation: Operation,
    params?: ParamsOf<ClientFrom<How, This>, Operation>,
  ): R;

  /**
   * The operation was called exactly this often.
   *
   * @param operation - a command class, or the operation's name
   * @param times - 0 or more
   * @param params - only calls with these parameters are counted
   */
  toHaveCalledOperationTimes<This, Operation extends OperationOf<ClientFrom<How, This>, Operation>>(
    this: This,
    operation: Operation,
    times: number,
    params?: ParamsOf<ClientFrom<How, This>, Operation>,
  ): R;

  /**
   * The operation was called exactly once.
   *
   * @param operation - a command class, or the operation's name
   * @param params - only calls with these parameters are counted
   */
  toHaveCalledOperationOnce<This, Operation extends OperationOf<ClientFrom<How, This>, Operation>>(
    this: This,
    operation: Operation,
    params?: ParamsOf<ClientFrom<How, This>, Operation>,
  ): R;

  /**
   * The target's nth call was of this operation.
   *
   * @param n - from 1 on, over the calls of all operations of the target
   * @param operation - a command class, or the operation's name
   * @param params - what the call's input must have
   */
  toHaveNthCalledOperation<This, Operation extends OperationOf<ClientFrom<How, This>, Operation>>(
    this: This,
    n: number,
    operation: Operation,
    params?: ParamsOf<ClientFrom<How, This>, Operation>,
  ): R;

  /**
   * The operation's nth call had these parameters; without them, it was called so often at least.
   *
   * @param operation - a command class, or the operation's name
   * @param n - from 1 on, over the calls of this operation only
   * @param params - what the call's input must have
   * @example
   * expect(EC2Client).toHaveNthCallOfOperation('CreateSubnet', 2, { CidrBlock: '10.0.2.0/24' });
   */
  toHaveNthCallOfOperation<This, Operation extends OperationOf<ClientFrom<How, This>, Operation>>(
    this: This,
    operation: Operation,
    n: number,
    params?: ParamsOf<ClientFrom<How, This>, Operation>,
  ): R;

  /**
   * The target's last call was of this operation.
   *
   * @param operation - a command class, or the operation's name
   * @param params - what the call's input must have
   */
  toHaveLastCalledOperation<This, Operation extends OperationOf<ClientFrom<How, This>, Operation>>(
    this: This,
    operation: Operation,
    params?: ParamsOf<ClientFrom<How, This>, Operation>,
  ): R;

  /**
   * The operations were called in this order; other calls may lie between them.
   *
   * @example
   * expect(EC2Client).toHaveCalledOperationsInOrder(['CreateVpc', ['CreateSubnet', { VpcId: 'vpc-1' }]]);
   */
  toHaveCalledOperationsInOrder<
    This,
    const List extends readonly ListedOperation<ClientFrom<How, This>>[],
  >(
    this: This,
    operations: Checked<ClientFrom<How, This>, List>,
  ): R;

  /** No operation was called but these; that each of them was called is not asked. */
  toHaveCalledOnlyOperations<
    This,
    const List extends readonly ListedOperation<ClientFrom<How, This>>[],
  >(
    this: This,
    operations: Checked<ClientFrom<How, This>, List>,
  ): R;

  /** Some operation was called. */
  toHaveCalledAnyOperation(): R;

  /**
   * The SDK sent a request with these parts. Only calls with `delivery: 'wire'` have requests.
   *
   * @example
   * configure({ delivery: 'wire' });
   * expect(S3Client).toHaveSentRequest({ method: 'PUT', headers: { 'x-amz-acl': 'private' } });
   */
  toHaveSentRequest(request: Part<ExpectedRequest>): R;

  /** Every expectation of the target was met. */
  toHaveNoPendingStubs(): R;

  /**
   * An error is one of a service's, of this code; on what `.rejects` hands over too.
   *
   * @param code - such as `'NoSuchKey'`
   * @param details - message (a text, a pattern), `$metadata` and members that it must have
   * @example
   * await expect(load()).rejects.toBeAwsError('NoSuchKey', { $metadata: { httpStatusCode: 404 } });
   */
  toBeAwsError(code: ErrorCode | AsymmetricMatcher, details?: ExpectedErrorDetails): R;

  /**
   * A thing of a fixture (`network.vpc`, a bucket) is as AWS would describe it.
   *
   * @param state - what it must have: every given member, deeply; lists match whole
   * @example
   * expect(network.vpc).toHaveState({ State: 'available', CidrBlock: '10.0.0.0/16' });
   */
  toHaveState(state: object): R;

  /**
   * A bucket of a fixture has an object.
   *
   * @param key - the object's
   * @param body - a text, bytes, what its JSON must have, or a matcher of its text
   * @example
   * expect(bucket).toHaveObject('orders/1.json', { total: 3 });
   */
  toHaveObject(key: string, body?: string | Uint8Array | object): R;

  /**
   * A table of a fixture has an item.
   *
   * @param item - its key, or some of its members, as a plain object
   * @param partial - what else the item has: every given member, deeply; lists match whole
   * @example
   * expect(orders).toHaveItem({ customer: 'c-1', at: 1 }, { status: 'closed' });
   */
  toHaveItem(item: object, partial?: object): R;

  /**
   * There is a parameter in the account of a fixture.
   *
   * @param name - the parameter's; `name:3` and `name:label` do, too
   * @param value - a text, the texts of a list, what its JSON must have, or a matcher of its text; decrypted
   * @example
   * expect(parameters).toHaveParameter('/app/url', 'https://example.com');
   */
  toHaveParameter(name: string, value?: string | object): R;

  /**
   * An event was put on a bus of a fixture, by anybody.
   *
   * @param event - what some event has: every given member, deeply; lists match whole; any event unless said otherwise
   * @example
   * expect(bus).toHaveReceivedEvent({ source: 'shop', 'detail-type': 'Order Placed', detail: { id: 1 } });
   */
  toHaveReceivedEvent(event?: object): R;

  /**
   * A function of a fixture was invoked.
   *
   * @param event - what one of the events must have: every given member, deeply; lists match whole
   * @example
   * expect(resize).toHaveBeenInvoked({ Records: [expect.objectContaining({ eventName: 'ObjectCreated:Put' })] });
   */
  toHaveBeenInvoked(event?: unknown): R;

  /**
   * A function of a fixture was invoked so often.
   *
   * @param times - how often
   * @example
   * expect(resize).toHaveBeenInvokedTimes(2);
   */
  toHaveBeenInvokedTimes(times: number): R;

  /**
   * Something went from one thing of an account (`useAwsFixture('account')`) to another.
   *
   * @param delivery - what it must have; `from` and `to` are ARNs, or handles that have one
   * @example
   * expect(account).toHaveDelivered({ from: bucket, to: resize });
   */
  toHaveDelivered(delivery: {
    readonly from?: unknown;
    readonly to?: unknown;
    readonly payload?: unknown;
    readonly status?: unknown;
    readonly error?: unknown;
  }): R;

  /**
   * A message was published to a topic of a fixture.
   *
   * @param partial - its text, or what its JSON must have: every given member, deeply; lists match whole
   * @param attributes - what its attributes must have, as plain values: `{ kind: 'order', price: 10 }`
   * @example
   * expect(orders).toHavePublished({ id: 1 }, { kind: 'order' });
   */
  toHavePublished(partial?: string | object, attributes?: object): R;

  /**
   * An execution of a state machine of a fixture was started.
   *
   * @param input - what its input has: every given member, deeply; lists match whole
   * @example
   * expect(machine).toHaveStarted({ orderId: 'o-1' });
   */
  toHaveStarted(input?: unknown): R;

  /**
   * A queue of a fixture has a message: one that can be received, is in flight or delayed.
   *
   * @param body - a text, what its JSON must have, or a matcher of it; any message unless said otherwise
   * @param attributes - what its attributes must have, by their names: texts, numbers and bytes
   * @example
   * expect(orders).toHaveMessage({ orderId: 1 }, { type: 'created' });
   */
  toHaveMessage(body?: string | object, attributes?: object): R;

  /** A thing of a fixture is there; a terminated instance or a deleted NAT gateway is not. */
  toExist(): R;
}
