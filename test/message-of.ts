import { stripVTControlCharacters } from 'node:util';

/**
 * What a failing assertion or a refused call says, as a user reads it: without colours. The line
 * and column of a place in a test file are left out, so that snapshots live through edits.
 */
export async function messageOf(failing: (() => unknown) | Promise<unknown>): Promise<string> {
  try {
    await (typeof failing === 'function' ? failing() : failing);
  } catch (error) {
    const { name, message } = error as Error;
    const shown = name === 'Error' || name === 'AssertionError' ? message : `${name}: ${message}`;
    return stripVTControlCharacters(shown).replace(/(\.test\.ts):\d+:\d+/g, '$1:LINE');
  }
  throw new Error('Nothing failed.');
}
