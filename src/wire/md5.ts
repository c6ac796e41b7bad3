/**
 * The MD5 sum of a text, in hexadecimal digits; of what is no text, that of an empty one.
 *
 * `node:crypto` takes milliseconds to load, which test files that need no sum should not pay.
 */
export function md5(text: unknown): string {
  return process
    .getBuiltinModule('node:crypto')
    .createHash('md5')
    .update(typeof text === 'string' ? text : '')
    .digest('hex');
}
