import Module from 'node:module';
import { cacheFolder } from './cache-folder.js';
import { cacheNodeCode } from './node-code.js';
import { hookImports } from './node-imports.js';
import { SWITCH } from './switch.js';

// The first that the setup entry loads: so this package itself comes from the cache too. `scripts/code.mjs` puts it there.
const folder = process.env[SWITCH] === 'false' ? undefined : cacheFolder(process.cwd());
// In Vitest's vm pools there is a loader for each test file, which Node's own knows nothing of.
if (folder !== undefined && Module === process.getBuiltinModule('node:module')) {
  cacheNodeCode(folder);
  hookImports();
}
