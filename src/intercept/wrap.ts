import { runInThisContext } from 'node:vm';

const ORIGINAL = Symbol.for('aws-sdk-stubber.original');
const PRESENT = Symbol.for('aws-sdk-stubber.present');

type Method = ((this: unknown, ...args: unknown[]) => unknown) & {
  [ORIGINAL]?: Method;
  /** Of the test file that runs, or ran last. */
  [PRESENT]?: Method;
};

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
  if (PRESENT in current) {
    current[PRESENT] = wrapped;
    return;
  }
  const lasting = outside(PRESENT);
  // `util.promisify` finds out by a hidden property what `dns.lookup` gives.
  Object.defineProperties(lasting, Object.getOwnPropertyDescriptors(original));
  Object.defineProperty(lasting, ORIGINAL, { value: original });
  Object.defineProperty(lasting, PRESENT, { value: wrapped, writable: true });
  methods[name] = lasting;
}

/**
 * What is put there is made outside of the sandboxes: graceful-fs, which Jest loads in each of them before our setup
 * file, keeps all functions of `fs`, and with one of an earlier sandbox it would keep that, and so on.
 */
const outside = runInThisContext(`(${forwarding.toString()})`, {
  // The runners leave this out of stacks.
  filename: 'node:internal/aws-sdk-stubber',
}) as typeof forwarding;

function forwarding(present: typeof PRESENT): Method {
  return function forward(this: unknown, ...args) {
    const method = (forward as unknown as { readonly [PRESENT]: Method })[present];
    if ((new.target as unknown) === undefined) return method.apply(this, args);
    return Reflect.construct(method, args, new.target) as unknown;
  };
}
