import { WrongUseError } from './errors.js';

/** The heading of these messages. */
export const NOT_SET_UP = 'this-package-is-not-set-up';

/** What is read of Vitest's state of a worker, which has no public name, and the same one from 3.2 to 5. */
interface WorkerState {
  readonly config?: {
    readonly name?: string;
    readonly root?: string;
    readonly setupFiles?: readonly string[];
  };
}

/**
 * The runner of the code being run, whether this package is set up in it or not. Not imported, since a program has none;
 * and not told by the environment, which child processes inherit.
 */
export function runnerHere(): 'Vitest' | 'Jest' | undefined {
  if (vitestWorker() !== undefined) return 'Vitest';
  // jest-util keeps there what Jest needs of Node, in the sandbox of each test file (29.7 to 30.5).
  return Symbol.for('jest-native-promise') in globalThis ? 'Jest' : undefined;
}

function vitestWorker(): WorkerState | undefined {
  return (globalThis as { __vitest_worker__?: WorkerState }).__vitest_worker__;
}

/**
 * What to write, so that this package is set up where the code being run is.
 *
 * @param isLeft - the setup entry ran in this process, for another test file
 */
export function setupAdvice(isLeft: boolean): string {
  const runner = runnerHere();
  if (runner === undefined) return PROGRAM;
  return runner === 'Jest' ? JEST : [VITEST, ...foundInVitest(isLeft)].join('\n\n');
}

const VITEST = `Name the setup entry in the config of Vitest:

  test: { setupFiles: ['aws-sdk-stubber/vitest'] }`;

const JEST = `Name the setup entry in the config of Jest:

  setupFilesAfterEnv: ['aws-sdk-stubber/jest']

('aws-sdk-stubber/jest-globals' where tests import expect from '@jest/globals'.)
- Do not name it in setupFiles: those run before Jest's own functions are there.
- 'aws-sdk-stubber' is what tests import. It sets nothing up where it is named.
- With \`projects\`, name it in the config of each project.
- Jest looks for its config in the folder where you start it, unless you give --config or --rootDir.`;

const PROGRAM = `In a program without a test runner, call install() first:

  import { install } from 'aws-sdk-stubber';
  install();

For tests, name the setup entry in the config of the runner: 'aws-sdk-stubber/vitest' in setupFiles of Vitest,
'aws-sdk-stubber/jest' in setupFilesAfterEnv of Jest.`;

function* foundInVitest(isLeft: boolean): Generator<string> {
  const wrong = namedInsteadOfEntry();
  if (wrong !== undefined) {
    yield wrong;
    return;
  }
  if (isLeft) {
    yield `The entry ran only for another test file of this worker: where test files share a worker, Vitest evaluates an import
once. Call install() in a setup file of your own:

  import { install } from 'aws-sdk-stubber/vitest';
  install();`;
  }
  const { name = '', root = '', setupFiles = [] } = vitestWorker()?.config ?? {};
  const project = name === '' ? '' : `, project '${name}'`;
  const named = setupFiles.length === 0 ? 'no setup files' : setupFiles.join(', ');
  yield `The config of this test file (root ${root}${project}) names ${named}.
- An entry of \`projects\` inherits setupFiles only with \`extends: true\`. Without that, name them in it.
- Vitest looks for its config in the folder where you start it, unless you give --config or --root.`;
}

/**
 * Refuses to be loaded as one of Vitest's setup files, by what is none: nothing would be stubbed, and where a test only
 * calls the code under test nobody would be told.
 */
export function refuseAsSetupFile(): void {
  if (namedInsteadOfEntry() !== undefined) throw new WrongUseError(setupAdvice(false), NOT_SET_UP);
}

/** What setupFiles of Vitest's config name of this package in place of its entry. */
function namedInsteadOfEntry(): string | undefined {
  const named = (vitestWorker()?.config?.setupFiles ?? []).map(entryOf);
  if (named.includes('vitest')) return undefined;
  if (named.includes('index')) {
    return "setupFiles name 'aws-sdk-stubber', which is what tests import: it sets nothing up.";
  }
  if (named.includes('vite')) {
    return `setupFiles name 'aws-sdk-stubber/vite', which is a plugin. As a plugin it takes the place of the entry:

  import awsSdkStubber from 'aws-sdk-stubber/vite';
  export default defineConfig({ plugins: [awsSdkStubber()] });`;
  }
  return undefined;
}

/** The entry of this package that a path leads to, such as `index` or `vitest`. */
function entryOf(path: string): string | undefined {
  return /[\\/]aws-sdk-stubber[\\/]dist[\\/]([\w-]+)\.c?js$/.exec(path)?.[1];
}
