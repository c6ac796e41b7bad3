import Module from 'node:module';
import { patch } from './clients.js';

const HOOKED = Symbol.for('aws-sdk-stubber.hooked');

type Loader = ((module: NodeJS.Module, filename: string) => unknown) & { [HOOKED]?: true };

/** Node's CommonJS loader, with what it has but does not document. */
const { _extensions: extensions, _cache: cache } = Module as unknown as {
  readonly _extensions: Record<string, Loader>;
  readonly _cache: Readonly<Record<string, NodeJS.Module | undefined>>;
};

/**
 * Patches every copy of the SDK's base package that Node has loaded or will load, wherever it lies
 * in `node_modules`. Under Node these packages resolve to CommonJS, also when they are imported.
 */
export function hookLoading(): void {
  // A look at what is loaded already is needed for files that share a process.
  for (const [filename, module] of Object.entries(cache)) {
    if (module !== undefined && mayBeSdk(filename)) module.exports = patch<unknown>(module.exports);
  }
  const original = extensions['.js'];
  if (original === undefined || original[HOOKED] === true) return;
  const hooked: Loader = (module, filename) => {
    const result = original(module, filename);
    if (mayBeSdk(filename)) module.exports = patch<unknown>(module.exports);
    return result;
  };
  extensions['.js'] = Object.defineProperty(hooked, HOOKED, { value: true });
}

/** A cheap look at the name, since every file that is loaded comes by: @smithy/core, @smithy/smithy-client, … */
function mayBeSdk(filename: string): boolean {
  return (
    filename.includes('smithy') ||
    filename.includes('credential-provider-http') ||
    filename.includes('ec2-metadata-service') ||
    filename.includes('s3-request-presigner') ||
    filename.includes('s3-presigned-post')
  );
}
