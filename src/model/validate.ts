import { structureOf } from './made-shapes.js';
import { mayFit, type Pattern } from './pattern.js';
import { fail, join, list, unknownMember, withoutValue, wrongType } from './problem.js';
import type { Problem, Report } from './problem.js';
import type { Shape, StructureShape } from './schema.js';
import { isAsyncIterable, isDate, isOfKind, isRecord, TYPES } from './simple-kinds.js';

/** What the value is, which decides what may stand in it. */
export interface Rules {
  /** Required members must be there; not asked of what names only what matters. */
  readonly required: boolean;
  /** A union may have no member yet: parameters match a part of an input. */
  readonly isPart?: boolean;
  /** What an asymmetric matcher, which stands for a value, accepts; undefined for a value. */
  readonly pattern?: ((value: unknown) => Pattern | undefined) | undefined;
  /** The SDK is given it: `null` is absence. */
  readonly isInput?: boolean;
  /** The SDK's own marshaller has its say of plain JavaScript. */
  readonly isMarshalled?: boolean;
  /** A service gives it: plain JavaScript in it must be what DynamoDB can hold. */
  readonly isOutput?: boolean;
  /** The value inside a wrapper, such as `exactly`; anything else as it is. */
  readonly unwrap?: ((value: unknown) => unknown) | undefined;
}

/** Every place where a value is not what its shape allows; none where it is. */
export function problemsOf(shape: Shape, value: unknown, rules: Rules): Problem[] {
  try {
    // Nearly every value is right, and is called often: without a report no path is ever put together.
    if (check(shape, value, '', rules, undefined)) return [];
    const problems: Problem[] = [];
    check(shape, value, '', rules, problems);
    return problems;
  } catch (error) {
    // Schemas are recursive: only a value that stands inside itself goes on for ever.
    if (!(error instanceof RangeError)) throw error;
    return [{ path: '', text: 'a value stands inside itself' }];
  }
}

/** The input or output of an operation that has none. */
const UNIT = structureOf('Unit', {});

function check(shape: Shape, given: unknown, path: string, rules: Rules, report: Report): boolean {
  if (report !== undefined && shape.traits.sensitive !== undefined) {
    const own: Problem[] = [];
    const open = { ...shape, traits: { ...shape.traits, sensitive: undefined } };
    const right = check(open, given, path, rules, own);
    report.push(...own.map(withoutValue));
    return right;
  }
  const value = rules.unwrap === undefined ? given : rules.unwrap(given);
  if (value === undefined) return true;
  const pattern = rules.pattern?.(value);
  if (pattern !== undefined) return checkPattern(shape, pattern, path, rules, report);
  if (value === null) {
    if (rules.isInput === true) return true;
    if (shape.kind === 'document' || shape.kind === 'native') return true;
    return fail(report, path, 'null is no value; leave it out, or give undefined');
  }
  switch (shape.kind) {
    case 'list':
      return checkList(shape, value, path, rules, report);
    case 'map':
      return checkMap(shape, value, path, rules, report);
    case 'structure':
    case 'union':
      return shape.traits.streaming === undefined
        ? checkMembers(shape, value, path, rules, report)
        : checkEvents(shape, value, path, rules, report);
    case 'unit':
      return checkMembers(UNIT, value, path, rules, report);
    default:
      if (shape.kind === 'native') {
        if (rules.isMarshalled === true) return true;
        if (rules.isOutput === true) return checkNative(value, path, report);
      }
      if (shape.kind === 'document' && rules.isOutput === true) {
        return checkDocument(value, path, report);
      }
      return (
        isOfKind(shape.kind, value, shape.traits.httpPayload !== undefined) ||
        wrongType(report, path, TYPES[shape.kind], value)
      );
  }
}

/** What stands in a matcher can be as misspelt as elsewhere, and then no value ever fits it. */
function checkPattern(
  shape: Shape,
  pattern: Pattern,
  path: string,
  rules: Rules,
  report: Report,
): boolean {
  if (!mayFit(pattern, shape)) {
    return fail(report, path, `expected ${typeOf(shape)}, got ${pattern.name}`);
  }
  const { members, elements } = pattern;
  const inside: Rules = { ...rules, required: false, isPart: true };
  if (
    members !== undefined &&
    (shape.kind === 'map' || shape.kind === 'structure' || shape.kind === 'union')
  ) {
    return check(shape, members, path, inside, report);
  }
  return (
    elements === undefined || shape.kind !== 'list' || check(shape, elements, path, inside, report)
  );
}

function typeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'list':
      return 'a list';
    case 'map':
      return 'a map (an object)';
    case 'structure':
    case 'union':
      return `a structure (${shape.name})`;
    case 'unit':
      return 'nothing';
    default:
      return TYPES[shape.kind];
  }
}

function checkList(
  { member, traits }: Shape & { kind: 'list' },
  value: unknown,
  path: string,
  rules: Rules,
  report: Report,
): boolean {
  if (!Array.isArray(value)) return wrongType(report, path, 'a list', value);
  let right = true;
  for (let i = 0; i < value.length; i++) {
    const each: unknown = value[i];
    if (each === null && traits.sparse !== undefined) continue;
    const at = report === undefined ? path : `${path}[${i}]`;
    if (!check(member, each, at, rules, report)) {
      if (report === undefined) return false;
      right = false;
    }
  }
  return right;
}

function checkMap(
  { value: member, traits }: Shape & { kind: 'map' },
  value: unknown,
  path: string,
  rules: Rules,
  report: Report,
): boolean {
  if (!isRecord(value)) return wrongType(report, path, 'a map (an object)', value);
  let right = true;
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    if (value[key] === null && traits.sparse !== undefined) continue;
    const at = report === undefined ? path : join(path, key);
    if (!check(member, value[key], at, rules, report)) {
      if (report === undefined) return false;
      right = false;
    }
  }
  return right;
}

function checkMembers(
  shape: StructureShape,
  value: unknown,
  path: string,
  rules: Rules,
  report: Report,
): boolean {
  if (!isRecord(value)) return wrongType(report, path, `a structure (${shape.name})`, value);
  const { members } = shape;
  let right = true;
  let given = 0;
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    const each = value[key];
    const member = members.get(key);
    // What no value has is always absent: where values are compared with it, it is misspelt.
    const isMisspelt = member === undefined && rules.pattern !== undefined;
    if (isAbsent(each, rules) && !isMisspelt) continue;
    given += 1;
    const at = report === undefined ? path : join(path, key);
    const fine =
      member === undefined
        ? // The SDK's own mark of a union arm that it does not know.
          (shape.kind === 'union' && key === '$unknown') ||
          unknownMember(report, at, key, { shape, value, path })
        : check(member, each, at, rules, report);
    if (!fine) {
      if (report === undefined) return false;
      right = false;
    }
  }
  if (shape.kind === 'union') return checkArms(shape, value, given, path, rules, report) && right;
  return checkRequired(shape, value, path, rules, report) && right;
}

function checkRequired(
  { required, members }: StructureShape,
  value: Record<string, unknown>,
  path: string,
  rules: Rules,
  report: Report,
): boolean {
  if (!rules.required) return true;
  let right = true;
  for (const name of required) {
    // The SDK fills idempotency tokens in by itself.
    if (!isAbsent(value[name], rules) || members.get(name)?.traits.idempotencyToken !== undefined)
      continue;
    // Services leave out what their models require, where it is empty: SQS of batches. An output says so.
    if (path === '' && rules.isOutput === true && name in value) continue;
    if (report === undefined) return false;
    right = fail(report, join(path, name), 'missing, and required');
  }
  return right;
}

function checkArms(
  { members, name }: StructureShape,
  value: Record<string, unknown>,
  given: number,
  path: string,
  rules: Rules,
  report: Report,
): boolean {
  if (given === 1 || (given === 0 && rules.isPart === true)) return true;
  if (report === undefined) return false;
  const which =
    given === 0
      ? 'none'
      : Object.keys(value)
          .filter((key) => !isAbsent(value[key], rules))
          .join(' and ');
  return fail(
    report,
    path,
    `a union (${name}) takes exactly one of ${list([...members.keys()])}, but got ${which}`,
  );
}

function isAbsent(value: unknown, { isInput }: Rules): boolean {
  return value === undefined || (value === null && isInput === true);
}

/** Plain JavaScript in place of an attribute value, as lib-dynamodb gives it. */
function checkNative(value: unknown, path: string, report: Report): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') {
    return wrongType(report, path, 'a value', value);
  }
  if (typeof value !== 'object' || value === null) return true;
  if (isDate(value)) {
    return fail(report, path, 'DynamoDB has no type for a Date; give a string or a number');
  }
  if (!Array.isArray(value) && !isRecord(value)) return true;
  let right = true;
  for (const [key, each] of Object.entries(value) as [string, unknown][]) {
    const place = Array.isArray(value) ? `${path}[${key}]` : join(path, key);
    if (!checkNative(each, report === undefined ? path : place, report)) {
      if (report === undefined) return false;
      right = false;
    }
  }
  return right;
}

/** A document that a service gives: what JSON can hold, for it travels so. */
function checkDocument(value: unknown, path: string, report: Report): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number' && Number.isFinite(value)) return true;
  const isList = Array.isArray(value);
  if (!isList && (!isRecord(value) || typeof value['toJSON'] === 'function')) {
    return wrongType(report, path, TYPES.document, value);
  }
  let right = true;
  for (const [key, each] of Object.entries(value) as [string, unknown][]) {
    if (each === undefined && !isList) continue;
    const place = isList ? `${path}[${key}]` : join(path, key);
    if (!checkDocument(each, report === undefined ? path : place, report)) {
      if (report === undefined) return false;
      right = false;
    }
  }
  return right;
}

/** An event stream: a list or an asynchronous iterable of events; only a list can be looked into. */
function checkEvents(
  shape: StructureShape,
  value: unknown,
  path: string,
  rules: Rules,
  report: Report,
): boolean {
  if (Array.isArray(value)) {
    // An event is checked like any other value; only the stream of them has the trait.
    const event = { ...shape, traits: {} };
    let right = true;
    value.forEach((given: unknown, i) => {
      if (given instanceof Error) return;
      const each = withoutErrors(given);
      if (!check(event, each, `${path}[${i}]`, rules, report)) right = false;
    });
    return right;
  }
  return (
    isAsyncIterable(value) || wrongType(report, path, 'events (a list or an async iterable)', value)
  );
}

/** An event whose exception may be given as the error itself, which is of the model's own making. */
function withoutErrors(event: unknown): unknown {
  if (!isRecord(event)) return event;
  const isError = (arm: unknown): boolean =>
    Object.prototype.toString.call(arm) === '[object Error]';
  const arms = Object.entries(event);
  return arms.some(([, arm]) => isError(arm))
    ? Object.fromEntries(arms.map(([name, arm]) => [name, isError(arm) ? {} : arm]))
    : event;
}
