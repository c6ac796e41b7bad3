import { WrongUseError } from '../errors.js';
import { nearest } from '../model/index.js';

/** Of short names too many are near: `next`, which iterators are known by, is two letters from `get`. */
const MIN_LENGTH = 5;
/** From here on two letters may be wrong, or in the wrong order. */
const LONG = 9;

/** What is looked for on anything that may be an error: CloudFormation has a Stack, SQS a Message. */
const OF_ERRORS = new Set(['message', 'stack']);

/**
 * Lets a class say which of its members was meant where one is nearly named: JavaScript itself only says
 * that `ec2.Subnt` is not a function. What has nothing near is undefined, as everywhere: runners and
 * `await` look for members of theirs on anything.
 *
 * @param prototype - of the class at the root, whose subclasses have the members
 * @param otherwise - says how what has another way to it is written
 */
export function nameMisspelt(
  prototype: object,
  otherwise: (key: string, owner: object) => string | undefined = () => undefined,
): void {
  const plain = Object.prototype as unknown as Readonly<Record<string | symbol, unknown>>;
  // At the end of the chain: what is there is found before, and costs no more.
  const end = new Proxy(Object.create(plain) as object, {
    get(_, key, owner: unknown) {
      if (typeof key === 'symbol' || key in plain) return Reflect.get(plain, key, owner);
      if (OF_ERRORS.has(key)) return undefined;
      if (!isMadeOf(owner, prototype)) return undefined;
      const way = otherwise(key, owner);
      const meant = way === undefined ? meantBy(key, owner) : undefined;
      if (way === undefined && meant === undefined) return undefined;
      throw new WrongUseError(
        `${nameOf(owner)} has no '${key}'. ${way ?? `Did you mean '${meant ?? ''}'?`}`,
        'what-a-resource-takes',
      );
    },
  });
  Object.setPrototypeOf(prototype, end);
}

/** As its own class prints it. */
function nameOf(owner: unknown): string {
  return String(owner);
}

/** False for a prototype, which is looked at too, and can say nothing of itself. */
function isMadeOf(value: unknown, prototype: object): value is object {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && Object.prototype.isPrototypeOf.call(prototype, value) && !isPrototype(value);
}

function isPrototype(value: object): boolean {
  return Object.hasOwn(value, 'constructor');
}

function meantBy(key: string, owner: object): string | undefined {
  const names = membersOf(owner);
  const other = names.find((name) => name.toLowerCase() === key.toLowerCase());
  if (other !== undefined || key.length < MIN_LENGTH) return other;
  return nearest(key, names, 1, key.length < LONG ? 1 : 2)[0];
}

function membersOf(owner: object): string[] {
  const names = new Set<string>();
  let each = owner;
  while (each !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(each)) names.add(name);
    each = Object.getPrototypeOf(each) as object;
  }
  for (const name of ['constructor', 'toString', 'toJSON']) names.delete(name);
  return [...names];
}
