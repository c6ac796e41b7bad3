/** What a custom equality tester of a user is called with; the same in Vitest and Jest. */
export type Tester = (
  this: { equals: Equals },
  a: unknown,
  b: unknown,
  customTesters: readonly Tester[],
) => boolean | undefined;

type Equals = (a: unknown, b: unknown, customTesters?: readonly Tester[]) => boolean;

/** What both runners give a matcher as `this`, as far as it is used here. */
export interface MatcherContext {
  readonly isNot?: boolean;
  readonly promise?: string;
  readonly customTesters?: readonly Tester[];
  readonly equals: Equals;
  readonly utils: {
    readonly matcherHint: (
      name: string,
      received?: string,
      expected?: string,
      options?: { isNot?: boolean; promise?: string; secondArgument?: string },
    ) => string;
    readonly printReceived: (value: unknown) => string;
    readonly printExpected: (value: unknown) => string;
    readonly stringify: (value: unknown) => string;
    readonly diff: (a: unknown, b: unknown) => string | null | undefined;
    readonly iterableEquality: Tester;
    readonly EXPECTED_COLOR: (text: string) => string;
    readonly RECEIVED_COLOR: (text: string) => string;
    readonly DIM_COLOR: (text: string) => string;
  };
}

/** What a matcher hands back to its runner. */
export interface MatcherResult {
  readonly pass: boolean;
  /** Only asked for when it is shown. */
  readonly message: () => string;
}
