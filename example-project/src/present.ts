/** The SDK types every member of an answer as optional; this takes the ones AWS always sends. */
export function present<T>(value: T | undefined, member: string): T {
  if (value === undefined) throw new Error(`AWS answered without ${member}`);
  return value;
}
