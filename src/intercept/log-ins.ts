import { join, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { environment } from '../calls/index.js';
import { NOWHERE, type IsOfMachine } from './environment.js';
import type { Guard } from './guard.js';
import { wrap } from './wrap.js';

/** Not imported: see src/intercept/threads.ts. */
const fs = process.getBuiltinModule('node:fs');

/** What finds, reads and writes a file by its path, in all three forms. */
const METHODS = /^(access|exists|open|readdir|readFile|stat|writeFile)(Sync)?$/;

/**
 * Puts the tokens of the machine's own log-ins out of reach, where the SDK and the command line keep them: no variable
 * says where that is, and a stubbed answer would be written over the real one.
 *
 * Source: `getSSOTokenFilepath` of @smithy/core/config, "AWS Sign-in" in the AWS SDKs and Tools Reference Guide.
 */
export function guardLogIns(isOfMachine: IsOfMachine, guard: () => Guard | undefined): void {
  const said = homesSaid(isOfMachine);
  let caches: string[] | undefined;
  const isIn = (given: unknown): boolean => {
    const path = pathOf(given);
    // Asked for every file that is read.
    if (path?.includes('.aws') !== true) return false;
    const whole = resolve(path);
    caches ??= [accountsHome(), ...said].flatMap(cachesIn);
    return caches.some((cache) => whole === cache || whole.startsWith(cache + sep));
  };
  for (const owner of [fs, fs.promises]) {
    for (const name of Object.keys(owner).filter((each) => METHODS.test(each))) {
      wrap(
        owner,
        name,
        (original) =>
          function (this: unknown, ...args: unknown[]): unknown {
            const [path, ...others] = args;
            if (!isIn(path) || guard() === undefined) return original.apply(this, args);
            return original.call(this, `${NOWHERE}/log-in`, ...others);
          },
      );
    }
  }
}

/** The home folders that variables say of whoever runs the tests, but none that the project says for them. */
function homesSaid(isOfMachine: IsOfMachine): (string | undefined)[] {
  const env = environment();
  return ['HOME', 'USERPROFILE']
    .filter((name) => isOfMachine(name, env[name]))
    .map((name) => env[name]);
}

function cachesIn(home: string | undefined): string[] {
  if (home === undefined) return [];
  return ['sso', 'login', 'cli'].map((kind) => join(home, '.aws', kind, 'cache'));
}

/** Whatever the variables say. A container may run as a user of no account. */
function accountsHome(): string | undefined {
  try {
    // Late: few tests come near such a file.
    return process.getBuiltinModule('node:os').userInfo().homedir;
  } catch {
    return undefined;
  }
}

function pathOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  return given instanceof URL && given.protocol === 'file:' ? fileURLToPath(given) : undefined;
}
