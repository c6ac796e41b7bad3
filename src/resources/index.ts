export { serviceResource as resource } from './resource.js';
export { batchOf as batch } from './batch.js';
