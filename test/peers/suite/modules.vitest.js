import { vi } from 'vitest';

export const loadAgain = async () => {
  vi.resetModules();
  return await import('./clients.js');
};

/** Vitest has no `isolateModules`. */
export const loadAlone = undefined;
