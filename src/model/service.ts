import { createRequire } from 'node:module';
import { join } from 'node:path';

type Exports = Readonly<Record<string, unknown>>;

const operations = new Map<string, ReadonlySet<string> | undefined>();

/**
 * The package of a service's client: `S3 Control` is in `@aws-sdk/client-s3-control`.
 *
 * Source: the SDK's code generator derives the package's name from the service id so.
 */
export function packageOf(serviceId: string): string {
  return `@aws-sdk/client-${serviceId.trim().toLowerCase().replace(/\s+/g, '-')}`;
}

/**
 * The operations of the service whose client is in this package, from the project's own copy of it.
 *
 * @param packageName - such as `@aws-sdk/client-ec2`
 * @param folders - where to look for the package, nearest first
 * @returns undefined where the project has no such package
 */
export function operationsIn(
  packageName: string,
  folders: readonly string[],
): ReadonlySet<string> | undefined {
  if (operations.has(packageName)) return operations.get(packageName);
  const loaded = load(packageName, folders);
  const names = loaded && new Set(Object.keys(loaded).flatMap(operationName));
  operations.set(packageName, names);
  return names;
}

/** Loads a package as a file in one of these folders would, or gives undefined. */
function load(packageName: string, folders: readonly string[]): Exports | undefined {
  for (const folder of folders) {
    const require = createRequire(join(folder, 'package.json'));
    try {
      require.resolve(packageName);
    } catch {
      continue;
    }
    return require(packageName) as Exports;
  }
  return undefined;
}

function operationName(exported: string): string[] {
  return exported.endsWith('Command') && !exported.startsWith('$') ? [exported.slice(0, -7)] : [];
}
