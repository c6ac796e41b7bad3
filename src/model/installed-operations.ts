import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearest } from './nearest.js';
import { loadedPackages } from './service.js';

/** Names that need no second look: those of operations, and those that are near to none. */
const right = new Set<string>();

/**
 * The operation that was meant by a name which no AWS client of the project has, but nearly; undefined for the
 * name of an operation, and for one that is not near to any: it may be of a client that is not AWS's.
 *
 * Clients tell their operations by the names of their declaration files, so that none is loaded for the answer.
 *
 * @param folders - where to look for clients, with all folders around them
 */
export function meantOperation(given: string, folders: readonly string[]): string | undefined {
  if (right.has(given)) return undefined;
  const packages = packagesSeenFrom(folders);
  if (!packages.some((folder) => hasOperation(folder, given))) {
    const known = new Set(packages.flatMap(operationsIn));
    const bare = given.replace(/Command$/, '');
    const meant = known.has(bare) ? bare : nearest(given, known, 1, farthest(given))[0];
    if (meant !== undefined) return meant;
  }
  right.add(given);
  return undefined;
}

/** Few letters: what is further off may be a name of its own. */
function farthest({ length }: string): number {
  return length < 6 ? 1 : Math.max(2, Math.floor(length / 5));
}

/** The folders of the client packages: those that are loaded, and those in any `node_modules` around. */
function packagesSeenFrom(folders: readonly string[]): string[] {
  const around = [...new Set(folders.flatMap(ancestors))];
  const installed = around.flatMap((folder) =>
    // The second is where pnpm puts what packages depend on.
    ['node_modules/@aws-sdk', 'node_modules/.pnpm/node_modules/@aws-sdk'].flatMap((place) =>
      namesIn(join(folder, place))
        .filter((name) => name.startsWith('client-') || name === 'lib-dynamodb')
        .map((name) => join(folder, place, name)),
    ),
  );
  return [...new Set([...loadedPackages(), ...installed])];
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

function hasOperation(folder: string, name: string): boolean {
  // Asked first, because it is quick; where the file system takes `createvpc` for `CreateVpc` it does not tell.
  return existsSync(declarationOf(folder, name)) && operationsIn(folder).includes(name);
}

const declarationOf = (folder: string, name: string) =>
  join(folder, DECLARATIONS, `${name}Command.d.ts`);

const DECLARATIONS = 'dist-types/commands';

function operationsIn(folder: string): string[] {
  return namesIn(join(folder, DECLARATIONS)).flatMap(
    (name) => /^(\w+)Command\.d\.ts$/.exec(name)?.[1] ?? [],
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
