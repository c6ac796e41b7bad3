import type { Problem, Shape, StructureShape, TimestampFormat } from '../model/index.js';
import { headerText, notAHeader } from './headers.js';
import type { Protocol } from './protocol.js';
import { unspeakable } from './xml.js';

/**
 * Parts of an output or an error that the service could not send, or that would arrive as something else
 * than their author wrote.
 *
 * What AWS's formats change of any value is none: an empty flattened list arrives as no list, a date in a
 * header without its milliseconds.
 *
 * @param value - was checked against the model
 */
export function travelProblems(shape: Shape, protocol: Protocol, value: object): Problem[] {
  if (shape.kind !== 'structure') return [];
  const problems: Problem[] = [];
  for (const [name, each] of Object.entries(value) as [string, unknown][]) {
    const member = shape.members.get(name);
    if (member === undefined || each === undefined || each === null) continue;
    if (!protocol.hasBindings || !boundProblems(name, member, each, problems)) {
      bodyProblems(member, each, name, protocol, problems);
    }
  }
  return problems;
}

/** What every format can hold, and what arrives in a header as it is: visible ASCII, with spaces between. */
export const PLAIN = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;
/** What every format of a body can hold, of what is mostly written. */
const IN_BODY = /^[\t\n\r -~\u00A0-\uD7FF]*$/;

/**
 * Whether an output arrives as it was written whatever protocol its client speaks: nearly all do, and nobody has to make
 * a client to know. False where only `travelProblems` can tell.
 *
 * @param value - was checked against the model
 */
export function alwaysTravels(shape: Shape, value: object): boolean {
  if (shape.kind !== 'structure') return true;
  for (const name of Object.keys(value)) {
    const each = (value as Readonly<Record<string, unknown>>)[name];
    const member = shape.members.get(name);
    if (member === undefined || each === undefined || each === null) continue;
    const { httpHeader, httpPrefixHeaders, httpResponseCode } = member.traits;
    if (httpHeader !== undefined) {
      if (!(Array.isArray(each) ? each.every(isPlainHeader) : isPlainHeader(each))) return false;
    } else if (httpPrefixHeaders !== undefined) {
      if (!Object.entries(each).every(([key, text]) => isSmall(key) && isPlainHeader(text)))
        return false;
    } else if (httpResponseCode !== undefined) {
      if (!isSuccess(each)) return false;
    } else if (member.kind !== 'stream' && member.kind !== 'blob' && !isPlain(each, 0))
      return false;
  }
  return true;
}

function isPlainHeader(value: unknown): boolean {
  if (typeof value === 'string') return PLAIN.test(value);
  return value instanceof Date ? isPlain(value, 0) : typeof value !== 'object';
}

function isSmall(key: string): boolean {
  return PLAIN.test(key) && key === key.toLowerCase();
}

/** How deep a value is looked into. */
const MAX_DEPTH = 32;

/** Whether there are but usual texts, years and numbers in a value. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return IN_BODY.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((each) => isPlain(each, depth + 1));
  if (ArrayBuffer.isView(value)) return true;
  if (value instanceof Date) {
    const year = value.getUTCFullYear();
    return year >= 0 && year <= 9999;
  }
  // An instance of a class may be a number or a text of the SDK's, and so may what looks like one.
  if (Object.getPrototypeOf(value) !== Object.prototype || 'string' in value) return false;
  for (const key of Object.keys(value)) {
    if (!IN_BODY.test(key)) return false;
    if (!isPlain((value as Readonly<Record<string, unknown>>)[key], depth + 1)) return false;
  }
  return true;
}

/** @returns false for a member that is in the body */
function boundProblems(name: string, member: Shape, value: unknown, problems: Problem[]): boolean {
  const { httpHeader, httpPrefixHeaders, httpResponseCode, httpPayload } = member.traits;
  if (httpHeader !== undefined) headerProblem(name, member, value, problems);
  else if (httpPrefixHeaders !== undefined && member.kind === 'map') {
    for (const [key, text] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      const path = `${name}.${key}`;
      const small = key.toLowerCase();
      if (key !== small) {
        problems.push({
          path,
          text: `arrives as '${small}', since it is the name of a header: write it so`,
        });
      }
      if (text !== undefined) headerProblem(path, member.value, text, problems);
    }
  } else if (httpResponseCode !== undefined) {
    if (isSuccess(value)) return true;
    problems.push({
      path: name,
      text: `is the status of the answer, from 200 to 299; write rejects(…) for an error`,
    });
  } else {
    // A text that is the whole body is in no document.
    return httpPayload !== undefined && (member.kind === 'string' || member.kind === 'blob');
  }
  return true;
}

function headerProblem(path: string, shape: Shape, value: unknown, problems: Problem[]): void {
  const dates = shape.kind === 'list' ? [shape.member, value] : [shape, [value]];
  const [each, values] = dates as [Shape, readonly unknown[]];
  if (each.kind === 'timestamp') {
    const format = each.format ?? 'http-date';
    for (const date of values) dateProblem(path, date as Date, format, problems);
    return;
  }
  const text = notAHeader(headerText(shape, value));
  if (text !== undefined) problems.push({ path, text });
}

function isSuccess(status: unknown): boolean {
  return Number.isInteger(status) && (status as number) >= 200 && (status as number) < 300;
}

function bodyProblems(
  shape: Shape,
  value: unknown,
  path: string,
  protocol: Protocol,
  problems: Problem[],
): void {
  if (value === undefined || value === null) return;
  switch (shape.kind) {
    case 'list':
      (value as readonly unknown[]).forEach((each, i) => {
        bodyProblems(shape.member, each, `${path}[${i}]`, protocol, problems);
      });
      return;
    case 'map':
      for (const [key, each] of Object.entries(value)) {
        textProblem(`${path}.${key}`, key, protocol, problems);
        bodyProblems(shape.value, each, `${path}.${key}`, protocol, problems);
      }
      return;
    case 'structure':
    case 'union':
      memberProblems(shape, value, path, protocol, problems);
      return;
    case 'timestamp':
      dateProblem(path, value as Date, formatIn(shape.format, protocol), problems);
      return;
    case 'string':
      // The SDK's LazyJsonString is an object.
      // eslint-disable-next-line @typescript-eslint/no-base-to-string -- a String has its own toString
      textProblem(path, String(value), protocol, problems);
      return;
    case 'bigdecimal': {
      const { string } = value as { readonly string: string };
      // Source: the constructor of `NumericValue` of @smithy/core.
      if (!/^-?(\d+\.?\d*|\.\d+)$/.test(string)) {
        problems.push({ path, text: `'${string}' is no decimal number` });
      }
    }
  }
}

function memberProblems(
  shape: StructureShape,
  value: object,
  path: string,
  protocol: Protocol,
  problems: Problem[],
): void {
  if (shape.traits.streaming !== undefined) {
    if (!Array.isArray(value)) return;
    const event = { ...shape, members: shape.members, traits: {} };
    value.forEach((each: unknown, i) => {
      if (!(each instanceof Error)) bodyProblems(event, each, `${path}[${i}]`, protocol, problems);
    });
    return;
  }
  for (const [name, each] of Object.entries(value) as [string, unknown][]) {
    const member = shape.members.get(name);
    if (member !== undefined && member.traits.eventHeader === undefined) {
      bodyProblems(member, each, path === '' ? name : `${path}.${name}`, protocol, problems);
    }
  }
}

/** How a timestamp in a body is written. */
function formatIn(own: TimestampFormat | undefined, protocol: Protocol): TimestampFormat {
  const isIgnored = protocol.body === 'cbor' || protocol.id === 'rpcv2Json';
  return isIgnored ? protocol.timestamps : (own ?? protocol.timestamps);
}

/** Years have four digits in a text; seconds since 1970 can be any. */
function dateProblem(path: string, date: Date, format: TimestampFormat, problems: Problem[]): void {
  const year = date.getUTCFullYear();
  if (format === 'epoch-seconds' || (year >= 0 && year <= 9999)) return;
  problems.push({
    path,
    text: `travels as ${format}, which has years from 0 to 9999, and not ${year}`,
  });
}

function textProblem(path: string, text: string, { body }: Protocol, problems: Problem[]): void {
  const character =
    body === 'xml' ? unspeakable(text) : body === 'cbor' ? unpaired(text) : undefined;
  if (character === undefined) return;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const format = body === 'xml' ? 'XML' : 'CBOR';
  problems.push({
    path,
    text: `travels in ${format}, which cannot hold the character U+${code}`,
  });
}

/** Half of a surrogate pair, which UTF-8 cannot hold. */
function unpaired(text: string): string | undefined {
  return /\p{Surrogate}/u.exec(text)?.[0];
}
