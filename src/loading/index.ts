import Module from 'node:module';
import { cacheFolder } from './cache-folder.js';
import { cacheNodeCode, keepNodeCode } from './node-code.js';
import { hookImports } from './node-imports.js';
import { SWITCH } from './switch.js';

export { cacheFolder } from './cache-folder.js';

/** Where the code of the SDK is kept, or undefined where nothing should be done. */
function codeFolder(): string | undefined {
  return process.env[SWITCH] === 'false' ? undefined : cacheFolder(process.cwd());
}

/** Loads the SDK faster in this process, where Node loads it. */
export function loadFaster(): void {
  // In Vitest's vm pools there is a loader for each test file, which Node's own knows nothing of.
  if (Module !== process.getBuiltinModule('node:module')) return;
  const folder = codeFolder();
  if (folder === undefined) return;
  cacheNodeCode(folder);
  hookImports();
}

/** Keeps for the next process what this one had to compile. */
export { keepNodeCode as keepCode };
