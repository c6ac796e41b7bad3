import type { Shape, StructureShape } from '../model/index.js';
import type { Protocol } from './protocol.js';
import { asText, timestampText, toBase64 } from './text.js';

/**
 * Values as JSON, the other way round from the SDK's `JsonShapeDeserializer`.
 *
 * Source: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */

/** What JSON.stringify takes for a value of this shape. */
export function jsonValue(shape: Shape, value: unknown, protocol: Protocol): unknown {
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case 'list':
      return (value as readonly unknown[]).map((each) => jsonValue(shape.member, each, protocol));
    case 'map':
      return jsonMap(shape.value, value as Readonly<Record<string, unknown>>, protocol);
    case 'structure':
    case 'union':
      return jsonMembers(shape, value, protocol);
    case 'timestamp':
      return jsonTimestamp(shape, value as Date, protocol);
    case 'blob':
    case 'stream':
      return toBase64(value);
    case 'number':
      // JSON has no other way to write these; the SDK reads them from a text.
      return Number.isFinite(value) ? value : asText(value);
    case 'bigint':
      return bigNumber(value as bigint);
    case 'bigdecimal':
      return (value as { readonly string: string }).string;
    case 'unit':
      return {};
    case 'string':
      // The SDK's LazyJsonString is an object.
      return asText(value);
    default:
      return value;
  }
}

/** The members of a structure, by the names that they have in JSON. */
export function jsonMembers(
  shape: StructureShape,
  value: object,
  protocol: Protocol,
  isIn: (member: Shape) => boolean = () => true,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const given = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(given)) {
    const each = given[name];
    const member = shape.members.get(name);
    if (each === undefined || member === undefined || !isIn(member)) continue;
    // Only the REST protocol has other names in JSON than the model's.
    const key = protocol.id === 'restJson1' ? (member.traits.jsonName ?? name) : name;
    result[key] = jsonValue(member, each, protocol);
  }
  return result;
}

function jsonMap(
  member: Shape,
  value: Readonly<Record<string, unknown>>,
  protocol: Protocol,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) result[key] = jsonValue(member, value[key], protocol);
  }
  return result;
}

function jsonTimestamp(shape: Shape, value: Date, protocol: Protocol): unknown {
  const own = 'format' in shape ? shape.format : undefined;
  // Source: `useTrait: false` of SmithyRpcV2JsonProtocol in @smithy/core.
  const format = (protocol.id === 'rpcv2Json' ? undefined : own) ?? protocol.timestamps;
  return format === 'epoch-seconds' ? value.getTime() / 1000 : timestampText(value, format);
}

/** A number where it stays itself; the SDK reads the others from a text, on every Node. */
function bigNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
