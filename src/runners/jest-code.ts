import { codeFolder } from '../loading/index.js';
import type * as JestCode from '../loading/jest-code.js';

/**
 * Compiles the SDK once for all test files of a worker, in place of anew for each.
 *
 * @returns keeps for the next run what this one had to compile
 */
export function compileOnce(): () => void {
  const folder = codeFolder();
  if (folder === undefined) return () => undefined;
  // Node's own, and not Jest's: the file's sandbox goes, and this stays.
  const { createRequire } = process.getBuiltinModule('node:module');
  const code = createRequire(import.meta.url)('./jest-code.cjs') as typeof JestCode;
  code.cacheJestCode(folder);
  return code.keepJestCode;
}
