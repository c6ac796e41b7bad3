import { toCode } from '../calls/index.js';

/** What is wrong with a text that is given as an error's code; undefined where it may be one. */
export function notACode(text: string): string | undefined {
  if (!/\s/.test(text)) return undefined;
  const written = toCode(text, undefined);
  return (
    `takes an error's code, which has no spaces, but got ${written}. ` +
    `Write the message beside a code ('InternalError', { message: ${written} }), or give an error: new Error(${written}).`
  );
}
