import type { OperationModel, Shape } from '../model/index.js';
import type { Protocol } from './protocol.js';
import { PLAIN } from './travel.js';

/**
 * Whether a client reads of an output just what was given, so that nobody has to write it as a response and read that:
 * where all of it is usual texts, whole seconds, and structures, lists and maps of those that are not empty.
 *
 * False where only the SDK's own reader tells. `test/wire/as-given.test.ts` compares both.
 *
 * @param output - was checked against the model, and is a copy
 */
export function arrivesAsGiven(
  { output: shape }: OperationModel,
  { body }: Protocol,
  output: object,
): boolean {
  if (shape.kind !== 'structure' || !isSimple(shape)) return false;
  const given = output as Readonly<Record<string, unknown>>;
  for (const [name, { traits }] of shape.members) {
    // The SDK makes a map of the headers that it finds, also of none.
    if (traits.httpPrefixHeaders !== undefined && given[name] === undefined) return false;
  }
  for (const name of Object.keys(given)) {
    if (name === '$metadata') continue;
    const member = shape.members.get(name);
    if (member === undefined) return false;
    if (member.kind !== 'stream' && !arrives(member, given[name], body)) return false;
  }
  return true;
}

type Body = Protocol['body'];

const simple = new WeakMap<Shape, boolean>();

/** No member is the whole body or the status: the SDK makes something of a missing one. */
function isSimple(shape: Shape & { kind: 'structure' | 'union' }): boolean {
  let known = simple.get(shape);
  if (known === undefined) {
    known = [...shape.members.values()].every(
      ({ kind, traits }) =>
        traits.httpResponseCode === undefined &&
        (kind === 'stream' || (traits.httpPayload === undefined && traits.streaming === undefined)),
    );
    simple.set(shape, known);
  }
  return known;
}

function arrives(shape: Shape, value: unknown, body: Body): boolean {
  const { traits } = shape;
  switch (shape.kind) {
    case 'string':
      if (typeof value !== 'string' || traits.mediaType !== undefined) return false;
      return (
        (body === 'json' && traits.httpHeader === undefined) || (value !== '' && PLAIN.test(value))
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0);
    case 'timestamp':
      return value instanceof Date && isWholeSecond(value.getTime());
    case 'list':
      if (!Array.isArray(value) || traits.httpHeader !== undefined) return false;
      // An empty one that has no element of its own is none.
      if (value.length === 0) return body !== 'xml' || traits.xmlFlattened === undefined;
      // Holes are passed over by `every`.
      return !value.includes(undefined) && value.every((each) => arrives(shape.member, each, body));
    case 'map':
      return isPlain(value) && hasPlainKeys(shape, value, body);
    case 'structure':
    case 'union':
      return isPlain(value) && traits.streaming === undefined && membersArrive(shape, value, body);
    default:
      return false;
  }
}

function membersArrive(
  { members }: Shape & { kind: 'structure' | 'union' },
  value: Readonly<Record<string, unknown>>,
  body: Body,
): boolean {
  const names = Object.keys(value);
  if (names.length === 0) return body === 'json';
  for (const name of names) {
    const member = members.get(name);
    if (member === undefined || member.traits.xmlAttribute !== undefined) return false;
    if (!arrives(member, value[name], body)) return false;
  }
  return true;
}

function hasPlainKeys(
  { value: member, traits }: Shape & { kind: 'map' },
  value: Readonly<Record<string, unknown>>,
  body: Body,
): boolean {
  const keys = Object.keys(value);
  const areHeaders = traits.httpPrefixHeaders !== undefined;
  if (keys.length === 0) return body === 'json' && !areHeaders;
  const isKey = areHeaders ? /^[a-z0-9-]+$/ : PLAIN;
  return keys.every(
    (key) =>
      key !== '' &&
      key !== '__proto__' &&
      isKey.test(key) &&
      arrives(member, value[key], areHeaders ? 'xml' : body),
  );
}

/** From 1970 to 9999, which every format holds. */
function isWholeSecond(time: number): boolean {
  return time >= 0 && time % 1000 === 0 && time < 253_402_300_800_000;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
