/** Something that was asked for cannot be done as written; the message says what to write instead. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
