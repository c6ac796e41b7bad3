const ORIGINAL = Symbol.for('aws-sdk-stubber.original');

type Method = ((this: unknown, ...args: unknown[]) => unknown) & { [ORIGINAL]?: Method };

/** A function of Node's or the runner's as it is without us. */
export function unwrapped<T extends object>(method: T): T {
  return (method as { readonly [ORIGINAL]?: T })[ORIGINAL] ?? method;
}

/**
 * Puts a function of ours around one of Node's or the runner's, in the place of the one that an earlier test file of
 * this process put there: Jest shares Node's modules between its sandboxes, and an old one is to be forgotten.
 *
 * @param owner - such as a module of Node, or a prototype in it; one without the function is left alone
 * @param make - gets the function as it was
 */
export function wrap(owner: object, name: string, make: (original: Method) => Method): void {
  const methods = owner as Record<string, Method | undefined>;
  const current = methods[name];
  if (current === undefined) return;
  const original = unwrapped(current);
  const wrapped = make(original);
  // `util.promisify` finds out by a hidden property what `dns.lookup` gives.
  Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
  Object.defineProperty(wrapped, ORIGINAL, { value: original });
  methods[name] = wrapped;
}
