import { cacheFolder } from './cache-folder.js';
import { KeptCode } from './kept-code.js';
import { keptCode, setKeptCode } from './node-code-home.js';
import { SWITCH } from './switch.js';
import { cacheVmCode } from './vm-code.js';

// Node itself loads this file, outside of Jest's sandboxes: what it puts in place serves all test files of a worker, and
// keeps none of them. Node has a cache of its own from 22.1 on, which knows nothing of Jest's.
const folder = process.env[SWITCH] === 'false' ? undefined : cacheFolder(process.cwd());
if (folder !== undefined && keptCode() === undefined) {
  const kept = new KeptCode(folder, true);
  setKeptCode(kept);
  cacheVmCode(kept);
}
