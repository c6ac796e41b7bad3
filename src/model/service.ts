import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Paginate } from './pagination.js';

type Exports = Readonly<Record<string, unknown>>;

/**
 * The packages that a service's client may be in, likeliest first: that of `S3 Control` is
 * `@aws-sdk/client-s3-control`, which `S3Control`, as people write it, stands for too.
 *
 * Source: the SDK's code generator derives the package's name from the service id so.
 */
export function packagesOf(serviceId: string): string[] {
  const words = serviceId.trim().replace(/([a-z0-9])([A-Z][a-z])/g, '$1 $2');
  const names = [serviceId.trim(), words].map((id) => id.toLowerCase().replace(/\s+/g, '-'));
  return [...new Set(names)].map((name) => `@aws-sdk/client-${name}`);
}

/** A service's client package, as far as it is looked at. */
export interface ServicePackage {
  /** The names of its operations. */
  readonly operations: ReadonlySet<string>;
  /** The client's class. */
  readonly client: (new (config: object) => object) | undefined;
  /** The paginator of an operation that has pages. */
  readonly paginate: (operation: string) => Paginate | undefined;
  /** The command class of an operation. */
  readonly command: (operation: string) => (new (input: object) => object) | undefined;
}

const packages = new Map<string, ServicePackage | undefined>();

/**
 * The first of these packages that the project has.
 *
 * @param names - such as `@aws-sdk/client-ec2`
 * @param folders - where to look for them, nearest first
 */
export function servicePackage(
  names: readonly string[],
  folders: readonly string[],
): ServicePackage | undefined {
  const key = [...names, ...folders].join('\0');
  if (packages.has(key)) return packages.get(key);
  let found: Exports | undefined;
  for (const name of names) found ??= load(name, folders);
  const service = found && read(found);
  packages.set(key, service);
  return service;
}

/** True where the project has one of these packages; none is loaded for the answer. */
export function hasPackage(names: readonly string[], folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const { resolve } = createRequire(join(folder, 'package.json'));
    return names.some((name) => {
      try {
        return resolve(name) !== '';
      } catch {
        return false;
      }
    });
  });
}

/**
 * The client classes of those of AWS's packages that are loaded: as CommonJS, which Node takes for them also where
 * they are imported.
 */
export function loadedClients(): NonNullable<ServicePackage['client']>[] {
  const { cache } = createRequire(import.meta.url);
  return loadedPackages().flatMap(
    (folder) => clientOf((cache[join(folder, MAIN)]?.exports ?? {}) as Exports) ?? [],
  );
}

/** The folders of these packages. */
export function loadedPackages(): string[] {
  return Object.keys(createRequire(import.meta.url).cache)
    .filter((path) => path.endsWith(MAIN) && CLIENT_PACKAGE.test(path))
    .map((path) => path.slice(0, -MAIN.length - 1));
}

const MAIN = join('dist-cjs', 'index.js');
const CLIENT_PACKAGE = /@aws-sdk[\\/](?:client-[^\\/]+|lib-dynamodb)[\\/]dist-cjs[\\/]index\.js$/;

/** What asks for all names is worked out when it is asked for, and once: EC2 has thousands. */
function read(exported: Exports): ServicePackage {
  let operations: Set<string> | undefined;
  let client: ServicePackage['client'];
  return {
    get operations() {
      return (operations ??= new Set(Object.keys(exported).flatMap(operationName)));
    },
    get client() {
      return (client ??= clientOf(exported));
    },
    paginate: (operation) => exported[`paginate${operation}`] as Paginate | undefined,
    command: (operation) =>
      operation.startsWith('$')
        ? undefined
        : (exported[`${operation}Command`] as ReturnType<ServicePackage['command']>),
  };
}

/** Loads a package as a file in one of these folders would, or gives undefined. */
function load(packageName: string, folders: readonly string[]): Exports | undefined {
  for (const folder of folders) {
    const require = createRequire(join(folder, 'package.json'));
    try {
      return require(packageName) as Exports;
    } catch {
      // It is not there; or Node cannot load it, as the SDK's ES modules under Vite's `module` condition,
      // which Vitest hands on to Node.
      continue;
    }
  }
  return undefined;
}

function operationName(exported: string): string[] {
  return exported.endsWith('Command') && !exported.startsWith('$') ? [exported.slice(0, -7)] : [];
}

/** `EC2Client`; the package also exports the base class of it, under another name. */
function clientOf(exported: Exports): ServicePackage['client'] {
  const name = Object.keys(exported).find(
    (each) => /^[A-Z]\w*Client$/.test(each) && typeof exported[each] === 'function',
  );
  return name === undefined ? undefined : (exported[name] as ServicePackage['client']);
}
