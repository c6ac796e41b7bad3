/** The packages that a suite comes from. */
export const ORIGINALS = [
  'aws-sdk-client-mock',
  'aws-sdk-client-mock-jest',
  'aws-sdk-client-mock-vitest',
  'aws-sdk-vitest-mock',
] as const;

/** What takes the place of aws-sdk-client-mock. */
export const FACADE = 'aws-sdk-stubber/client-mock';

/** What has no facade: its mocks become stubs, or stay. */
export const VITEST_MOCK = 'aws-sdk-vitest-mock';

/** Which runner a file is for. */
export type Runner = 'jest' | 'vitest' | undefined;

/**
 * What takes the place of a module of theirs.
 *
 * @param specifier - as it is imported
 * @param runner - aws-sdk-client-mock-jest is imported in Vitest's files too, where `globals` are on
 * @returns `undefined` where it is none of theirs, `'unknown'` where nothing takes its place
 */
export function facadeOf(specifier: string, runner: Runner): string | undefined {
  if (specifier === 'aws-sdk-client-mock') return FACADE;
  // What people reach into for a type that is exported by the facade under the same name.
  if (/^aws-sdk-client-mock\/dist\//.test(specifier)) return FACADE;
  if (specifier === 'aws-sdk-client-mock-jest/vitest') return `${FACADE}/vitest`;
  if (/^aws-sdk-client-mock-jest(\/dist\/.*)?$/.test(specifier)) {
    return runner === 'vitest' ? `${FACADE}/vitest` : `${FACADE}/jest`;
  }
  if (/^aws-sdk-client-mock-vitest(\/extend|\/dist\/.*)?$/.test(specifier)) {
    return `${FACADE}/vitest`;
  }
  return undefined;
}

/** True where a text may name one of theirs: then it is worth to be read. */
export function mayName(text: string): boolean {
  return /aws-sdk-(client-mock|vitest-mock)/.test(text);
}

/** The package of a specifier of one of theirs. */
export function originalOf(specifier: string): (typeof ORIGINALS)[number] | undefined {
  return ORIGINALS.find((name) => specifier === name || specifier.startsWith(`${name}/`));
}
