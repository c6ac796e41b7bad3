import { jest as runner } from '@jest/globals';

export const loadAgain = async () => {
  runner.resetModules();
  return await import('./clients.js');
};

export const loadAlone = async () => {
  let code;
  await runner.isolateModulesAsync(async () => {
    code = await import('./clients.js');
  });
  return code;
};

/** Jest has imports of its own. */
export const importedBy = () => undefined;

/** Jest's tests have no fixtures of their own. */
export const extended = undefined;
export const lasting = undefined;
