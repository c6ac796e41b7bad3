export { cacheFolder } from './cache-folder.js';
export { keepCode } from './node-code-home.js';
