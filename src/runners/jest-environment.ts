import { runInThisContext } from 'node:vm';
import { setEnvironment } from '../intercept/index.js';

type Environment = Record<string, string | undefined>;

/**
 * Jest gives each test file a copy of `process.env`. This is the real one behind it, which child
 * processes inherit.
 */
const real = runInThisContext('process.env') as Environment;

let before: Environment | undefined;

/** The region that a setup file of the project set before this one; not the machine's own. */
export function regionOfSetup(): string | undefined {
  const name = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find(
    (each) => process.env[each] !== undefined && process.env[each] !== real[each],
  );
  return name === undefined ? undefined : process.env[name];
}

/** Takes the machine's own out of the real environment too. */
export function closeRealEnvironment(): void {
  before ??= { ...real };
  setEnvironment(real);
}

/** Puts it back, for a process that does more than run tests. */
export function openRealEnvironment(): void {
  if (before === undefined) return;
  for (const name of Object.keys(real)) {
    if (name.startsWith('AWS_') && !(name in before)) Reflect.deleteProperty(real, name);
  }
  Object.assign(real, before);
  before = undefined;
}
