/** What of Vitest's mocker is looked at; it has no public name. Source: `VitestMocker` of Vitest, 3.2 to 5. */
interface Mocker {
  getMockerRegistry?(): { readonly registryById?: ReadonlyMap<string, MockedModule> };
}

interface MockedModule {
  /** `automock` where `vi.mock` was given no more than the path; `autospy`, `manual` and `redirect` may leave a client whole. */
  readonly type?: string;
  /** As the test file wrote it. */
  readonly raw?: string;
}

/**
 * The packages that the test file that runs gave to `vi.mock` without a factory. Vitest is asked, and `vi.mock` is left
 * alone: it reads from its stack which file called it.
 */
export function mockedPackages(): string[] | undefined {
  const { __vitest_mocker__: mocker } = globalThis as { readonly __vitest_mocker__?: Mocker };
  const mocked = mocker?.getMockerRegistry?.().registryById;
  return (
    mocked &&
    [...mocked.values()].flatMap(({ type, raw }) => (type === 'automock' && raw ? [raw] : []))
  );
}
