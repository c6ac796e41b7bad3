import { WrongUseError } from '../errors.js';
import type { Identifier, Identifiers } from './base.js';
import { codeName, type IdentifierModel } from './model.js';

/**
 * Reads identifiers that are given in their order, or by name in one object.
 *
 * @param what - who takes them, as code writes it: `ec2.Vpc`
 * @throws WrongUseError when one is missing, or one is given that there is not
 */
export function readIdentifiers(
  what: string,
  asked: readonly IdentifierModel[],
  given: readonly unknown[],
): Identifiers {
  const [first] = given;
  const isByName = given.length === 1 && typeof first === 'object' && first !== null;
  const values = isByName ? byName(what, asked, first) : given;
  if (values.length > asked.length) {
    throw new WrongUseError(
      `${what}() was given ${values.length} values, but ${takes(what, asked)}.`,
      'what-a-resource-takes',
    );
  }
  const missing = asked.filter((_, index) => (values[index] ?? undefined) === undefined);
  if (missing.length > 0) {
    throw new WrongUseError(
      `${what}() was not given its ${list(missing)}: ${takes(what, asked)}.`,
      'what-a-resource-takes',
    );
  }
  const entries = asked.map(({ property }, index) => {
    const value = values[index];
    if (isIdentifier(value)) return [property, value] as const;
    throw new WrongUseError(
      `${what}() takes a string for its ${property}, but was given ${describe(value)}.`,
      'what-a-resource-takes',
    );
  });
  return Object.fromEntries(entries);
}

/** Values by their name, or by the name of the attribute that holds the same. */
function byName(what: string, asked: readonly IdentifierModel[], given: object): unknown[] {
  const values: unknown[] = asked.map(() => undefined);
  for (const [name, value] of Object.entries(given)) {
    const index = asked.findIndex(
      ({ property, member }) => property === name || (member && codeName(member)) === name,
    );
    if (index < 0) {
      throw new WrongUseError(
        `${what}() has no identifier ${name}: ${takes(what, asked)}.`,
        'what-a-resource-takes',
      );
    }
    values[index] = value;
  }
  return values;
}

function takes(what: string, asked: readonly IdentifierModel[]): string {
  if (asked.length === 0) return `it takes none, write ${what}()`;
  const names = asked.map(({ property }) => property).join(', ');
  return `write ${what}(${names}) or ${what}({ ${names} })`;
}

function list(identifiers: readonly IdentifierModel[]): string {
  const names = identifiers.map(({ property }) => property);
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function isIdentifier(value: unknown): value is Identifier {
  return typeof value === 'string' || typeof value === 'number';
}

function describe(value: unknown): string {
  return Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'an object'
      : `a ${typeof value}`;
}
