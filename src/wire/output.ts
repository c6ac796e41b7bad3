import type { OperationModel, Shape, StructureShape } from '../model/index.js';
import { bodyBytes } from './body.js';
import { headerText } from './headers.js';
import type { Protocol } from './protocol.js';
import { asText, toBytes } from './text.js';
import { tag, xmlMembers } from './xml.js';

/** What a service answers, as it travels. */
export interface WireResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const NOTHING = Buffer.alloc(0);

/**
 * An output as the HTTP response that the service would send.
 *
 * A streaming body and events are not in it: they are the body of the response, which is then empty
 * here.
 *
 * @param output - was checked against the model
 */
export function encodeOutput(
  { name, http, output: shape }: OperationModel,
  protocol: Protocol,
  output: object,
): WireResponse {
  const isWhole = shape.kind === 'structure';
  if (protocol.hasBindings) {
    const [, , statusCode] = http ?? ['', '', 200];
    return isWhole ? bound(shape, protocol, output, statusCode) : bare(statusCode);
  }
  return { ...bare(200), ...(isWhole ? rpcBody(name, shape, protocol, output) : unit(protocol)) };
}

function bare(statusCode: number): WireResponse {
  return { statusCode, headers: {}, body: NOTHING };
}

type Body = Pick<WireResponse, 'body' | 'headers'>;

function rpcBody(name: string, shape: StructureShape, protocol: Protocol, output: object): Body {
  const headers = typeHeaders(protocol);
  if ([...shape.members.values()].some(isEvents)) return { headers, body: NOTHING };
  switch (protocol.id) {
    case 'ec2Query':
      return { headers, body: Buffer.from(tag(`${name}Response`, xmlMembers(shape, output))) };
    case 'awsQuery': {
      const result = tag(`${name}Result`, xmlMembers(shape, output));
      return { headers, body: Buffer.from(tag(`${name}Response`, result)) };
    }
    default:
      return { headers, body: bodyBytes(shape, output, protocol) };
  }
}

/** AWS's JSON protocols answer an empty object for an operation without an output. */
function unit(protocol: Protocol): Body {
  const headers = typeHeaders(protocol);
  return { headers, body: protocol.body === 'json' ? Buffer.from('{}') : NOTHING };
}

/** The content type of a body, and what RPC v2 asks for beside it. */
export function typeHeaders({ id }: Protocol): Record<string, string> {
  const version = { awsJson1_0: 'x-amz-json-1.0', awsJson1_1: 'x-amz-json-1.1' } as const;
  switch (id) {
    case 'awsJson1_0':
    case 'awsJson1_1':
      return { 'content-type': `application/${version[id]}` };
    case 'rpcv2Cbor':
      return { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };
    case 'rpcv2Json':
      return { 'content-type': 'application/json', 'smithy-protocol': 'rpc-v2-json' };
    case 'restJson1':
      return { 'content-type': 'application/json' };
    default:
      return { 'content-type': 'text/xml' };
  }
}

/** Members of a structure that are bound to parts of the response, and the others as its body. */
function bound(
  shape: StructureShape,
  protocol: Protocol,
  output: object,
  status: number,
): WireResponse {
  const { headers, statusCode } = boundHeaders(shape, output);
  const body = boundBody(shape, protocol, output);
  const type = [...shape.members.values()].some(isContentType) ? {} : typeHeaders(protocol);
  return {
    statusCode: statusCode ?? status,
    headers: { ...(body.length === 0 ? {} : type), ...headers },
    body,
  };
}

/** The headers and the status that members of a structure are bound to. */
export function boundHeaders(
  shape: StructureShape,
  value: object,
): { headers: Record<string, string>; statusCode: number | undefined } {
  const headers: Record<string, string> = {};
  let statusCode: number | undefined;
  const given = value as Readonly<Record<string, unknown>>;
  for (const [name, member] of shape.members) {
    const { httpHeader, httpPrefixHeaders, httpResponseCode } = member.traits;
    const each = given[name];
    if (each === undefined || each === null) continue;
    if (httpHeader !== undefined) headers[httpHeader.toLowerCase()] = headerText(member, each);
    else if (httpResponseCode !== undefined) statusCode = each as number;
    else if (httpPrefixHeaders !== undefined && member.kind === 'map') {
      for (const [key, text] of Object.entries(each)) {
        headers[`${httpPrefixHeaders}${key}`.toLowerCase()] = headerText(member.value, text);
      }
    }
  }
  return { headers, statusCode };
}

/** A member that is neither a header, nor the status, nor the whole body. */
export function isInBody({ traits }: Shape): boolean {
  return (
    traits.httpHeader === undefined &&
    traits.httpPrefixHeaders === undefined &&
    traits.httpResponseCode === undefined &&
    traits.httpPayload === undefined
  );
}

function boundBody(shape: StructureShape, protocol: Protocol, output: object): Buffer {
  const members = [...shape.members];
  const payload = members.find(([, { traits }]) => traits.httpPayload !== undefined);
  if (payload !== undefined) {
    const [name, member] = payload;
    const value = (output as Readonly<Record<string, unknown>>)[name];
    return value === undefined || value === null ? NOTHING : payloadBytes(member, value, protocol);
  }
  const hasBody = members.some(([, member]) => isInBody(member));
  return hasBody ? bodyBytes(shape, output, protocol, isInBody) : NOTHING;
}

function payloadBytes(shape: Shape, value: unknown, protocol: Protocol): Buffer {
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return isEvents(shape) ? NOTHING : bodyBytes(shape, value as object, protocol);
    case 'stream':
      return NOTHING;
    case 'blob':
      return toBytes(value);
    case 'document':
      return Buffer.from(JSON.stringify(value));
    default:
      return Buffer.from(asText(value));
  }
}

function isEvents(shape: Shape): shape is StructureShape {
  const { kind, traits } = shape;
  return traits.streaming !== undefined && (kind === 'union' || kind === 'structure');
}

function isContentType({ traits }: Shape): boolean {
  return traits.httpHeader?.toLowerCase() === 'content-type';
}

type StreamMember = { readonly name: string } & (
  { readonly isEvents: false } | { readonly isEvents: true; readonly shape: StructureShape }
);

const streams = new WeakMap<Shape, StreamMember | undefined>();

/** The member of an output that is the body of the response as a stream, where there is one. */
export function streamIn(shape: Shape | undefined): StreamMember | undefined {
  if (shape?.kind !== 'structure') return undefined;
  const known = streams.get(shape);
  if (known !== undefined || streams.has(shape)) return known;
  const found = findStream(shape);
  streams.set(shape, found);
  return found;
}

function findStream({ members }: StructureShape): StreamMember | undefined {
  for (const [name, member] of members) {
    if (member.kind === 'stream') return { name, isEvents: false };
    if (isEvents(member)) return { name, isEvents: true, shape: member };
  }
  return undefined;
}
