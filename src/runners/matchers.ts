import type { ErrorDetails } from '../model/index.js';
import type { AsymmetricMatcher, Command, InputParams } from '../stubs/index.js';

/** An operation in a list: by itself, or with the parameters that its call should have. */
export type ListedOperation =
  Command<any, any> | string | readonly [operation: Command<any, any> | string, params?: object];

/** What an error should be like, beside its code. */
export type ExpectedErrorDetails = Omit<ErrorDetails, 'message' | '$metadata'> & {
  readonly message?: string | RegExp | AsymmetricMatcher;
  readonly $metadata?: object;
};

/** Parts that a request should have: any of its headers and query parameters, the whole of the others. */
export interface ExpectedRequest {
  readonly method?: string | AsymmetricMatcher;
  readonly hostname?: string | AsymmetricMatcher;
  /** Without the query. */
  readonly path?: string | AsymmetricMatcher;
  readonly query?: Readonly<Record<string, unknown>> | AsymmetricMatcher;
  readonly headers?: Readonly<Record<string, string | AsymmetricMatcher>> | AsymmetricMatcher;
  /** A text, bytes, or what the JSON of the body says. */
  readonly body?: string | Uint8Array | object | AsymmetricMatcher;
}

/**
 * The matchers, on `expect(target)`: a client class, a client, a service id, or a stub of one;
 * `expect(stub())` for every client.
 *
 * @typeParam R - what an assertion returns: nothing, or a promise after `.resolves` and `.rejects`
 */
export interface AwsMatchers<R> {
  /**
   * The operation was called, at least once.
   *
   * @param operation - a command class, or the operation's name
   * @param params - what the input must have: every given member, deeply; lists match whole
   * @example
   * expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' });
   */
  toHaveCalledOperation<Input extends object, Output extends object>(
    operation: Command<Input, Output>,
    params?: InputParams<Input>,
  ): R;
  toHaveCalledOperation(operation: string, params?: object): R;

  /**
   * The operation was called exactly this often.
   *
   * @param operation - a command class, or the operation's name
   * @param times - 0 or more
   * @param params - only calls with these parameters are counted
   */
  toHaveCalledOperationTimes<Input extends object, Output extends object>(
    operation: Command<Input, Output>,
    times: number,
    params?: InputParams<Input>,
  ): R;
  toHaveCalledOperationTimes(operation: string, times: number, params?: object): R;

  /**
   * The operation was called exactly once.
   *
   * @param operation - a command class, or the operation's name
   * @param params - only calls with these parameters are counted
   */
  toHaveCalledOperationOnce<Input extends object, Output extends object>(
    operation: Command<Input, Output>,
    params?: InputParams<Input>,
  ): R;
  toHaveCalledOperationOnce(operation: string, params?: object): R;

  /**
   * The target's nth call was of this operation.
   *
   * @param n - from 1 on, over the calls of all operations of the target
   * @param operation - a command class, or the operation's name
   * @param params - what the call's input must have
   */
  toHaveNthCalledOperation<Input extends object, Output extends object>(
    n: number,
    operation: Command<Input, Output>,
    params?: InputParams<Input>,
  ): R;
  toHaveNthCalledOperation(n: number, operation: string, params?: object): R;

  /**
   * The target's last call was of this operation.
   *
   * @param operation - a command class, or the operation's name
   * @param params - what the call's input must have
   */
  toHaveLastCalledOperation<Input extends object, Output extends object>(
    operation: Command<Input, Output>,
    params?: InputParams<Input>,
  ): R;
  toHaveLastCalledOperation(operation: string, params?: object): R;

  /**
   * The operations were called in this order; other calls may lie between them.
   *
   * @example
   * expect(EC2Client).toHaveCalledOperationsInOrder(['CreateVpc', ['CreateSubnet', { VpcId: 'vpc-1' }]]);
   */
  toHaveCalledOperationsInOrder(operations: readonly ListedOperation[]): R;

  /** No operation was called but these; that each of them was called is not asked. */
  toHaveCalledOnlyOperations(operations: readonly ListedOperation[]): R;

  /** Some operation was called. */
  toHaveCalledAnyOperation(): R;

  /**
   * The SDK sent a request with these parts. Only calls with `delivery: 'wire'` have requests.
   *
   * @example
   * configure({ delivery: 'wire' });
   * expect(S3Client).toHaveSentRequest({ method: 'PUT', headers: { 'x-amz-acl': 'private' } });
   */
  toHaveSentRequest(request: ExpectedRequest): R;

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
  toBeAwsError(code: string | AsymmetricMatcher, details?: ExpectedErrorDetails): R;

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

  /** A thing of a fixture is there; a terminated instance or a deleted NAT gateway is not. */
  toExist(): R;
}
