import { isMatcher } from '../input-match.js';

/** A mock, as far as matchers read it: ours, or one of aws-sdk-client-mock itself. */
export interface ReadMock {
  clientName(): string;
  calls(): readonly ReadCall[];
  commandCalls(command: ReadCommandClass): readonly ReadCall[];
}

/** A call of a mock. */
export interface ReadCall {
  readonly args: readonly [{ readonly input: unknown }, ...unknown[]];
}

/** A command class. */
export type ReadCommandClass = new (input: any) => { readonly input: unknown };

type Tester = (a: unknown, b: unknown) => boolean | undefined;

/** What both runners give a matcher as `this`, as far as these use it. */
export interface MatcherContext {
  readonly isNot?: boolean;
  readonly equals: (a: unknown, b: unknown, testers?: any[]) => boolean;
  readonly customTesters?: readonly Tester[];
  readonly utils: {
    readonly printReceived: (value: unknown) => string;
    readonly printExpected: (value: unknown) => string;
    readonly stringify: (value: unknown, maxDepth?: number, options?: object) => string;
    readonly diff: (a: unknown, b: unknown, options?: object) => string | null | undefined;
    readonly printDiffOrStringify: (
      expected: unknown,
      received: unknown,
      expectedLabel: string,
      receivedLabel: string,
      expand: boolean,
    ) => string;
  };
}

/** What a matcher gives. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Refuses a use of a matcher; named as the error of `node:assert` that the peers throw. */
export function refuseUnless(holds: boolean, message: string): asserts holds {
  if (!holds) throw Object.assign(new Error(message), { name: 'AssertionError' });
}

/** @throws AssertionError for what is no mock of a client */
export function mockIn(received: unknown): ReadMock {
  const mock = received as Partial<ReadMock> | null | undefined;
  refuseUnless(
    typeof mock?.commandCalls === 'function' && typeof mock.clientName === 'function',
    'The actual must be a client mock instance',
  );
  return mock as ReadMock;
}

/** @throws AssertionError for what is no command class */
export function commandIn(command: unknown): ReadCommandClass {
  refuseUnless(
    typeof command === 'function' && command.name !== '',
    'Command must be valid AWS SDK Command',
  );
  return command as ReadCommandClass;
}

/** How often, or the how-manieth: from 1. */
export function numberIn(value: unknown): number {
  refuseUnless(
    typeof value === 'number' && value > 0,
    'Call number must be a number greater than 0',
  );
  return value;
}

/**
 * True where an input has these members; each is equal as a whole, as in the runners' `objectContaining`.
 *
 * @param expected - members, or an asymmetric matcher for the whole
 */
export function hasInput(
  { equals, customTesters = [] }: MatcherContext,
  expected: unknown,
  call: ReadCall,
): boolean {
  const { input } = call.args[0];
  const testers = [...customTesters, ofSinon];
  if (isAsymmetric(expected) || isMatcher(expected)) return equals(expected, input, testers);
  if (typeof expected !== 'object' || expected === null) {
    throw new TypeError(
      `You must provide an object to ObjectContaining, not '${typeof expected}'.`,
    );
  }
  const members = [
    ...Object.keys(expected),
    ...Object.getOwnPropertySymbols(expected).filter((key) =>
      Object.prototype.propertyIsEnumerable.call(expected, key),
    ),
  ];
  return members.every(
    (key) =>
      typeof input === 'object' &&
      input !== null &&
      key in input &&
      equals(Reflect.get(expected, key), Reflect.get(input, key), testers),
  );
}

/** Matchers of sinon, wherever they stand. */
function ofSinon(expected: unknown, actual: unknown): boolean | undefined {
  return isMatcher(expected) ? expected.test(actual) : undefined;
}

function isAsymmetric(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && '$$typeof' in value && 'asymmetricMatch' in value
  );
}
