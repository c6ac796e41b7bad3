import { runInThisContext } from 'node:vm';
import { setEnvironment } from '../intercept/index.js';

type Environment = Record<string, string | undefined>;

/**
 * Jest gives each test file a copy of `process.env`. This is the real one behind it, which child
 * processes inherit.
 */
const real = runInThisContext('process.env') as Environment;

/**
 * What the real one was, from its first closing on. Outside of the sandboxes: a file of which no test runs does not open
 * it again, and the next one closes it once more.
 */
const BEFORE = Symbol.for('aws-sdk-stubber.jest.environment');
const home = runInThisContext('globalThis') as { [BEFORE]?: Environment | undefined };

/** The region that a setup file of the project set before this one; not the machine's own. */
export function regionOfSetup(): string | undefined {
  const name = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find(
    (each) => process.env[each] !== undefined && process.env[each] !== real[each],
  );
  return name === undefined ? undefined : process.env[name];
}

/** Takes the machine's own out of the real environment too. */
export function closeRealEnvironment(): void {
  home[BEFORE] ??= { ...real };
  setEnvironment(real);
}

/** Puts it back, for a process that does more than run tests. */
export function openRealEnvironment(): void {
  const before = home[BEFORE];
  if (before === undefined) return;
  for (const name of Object.keys(real)) {
    if (name.startsWith('AWS_') && !(name in before)) Reflect.deleteProperty(real, name);
  }
  Object.assign(real, before);
  home[BEFORE] = undefined;
}
