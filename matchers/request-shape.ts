import type { OpenCall } from '../src/calls/index.js';
import { hasSensitive, simple, structureOf, type Shape } from '../src/model/index.js';

/** What opens something wherever it stands in a request. */
const SECRET_HEADERS = ['authorization', 'x-amz-security-token', 'x-amz-s3session-token'];

const SECRET = simple('string', { sensitive: 1 });
const OPEN = simple('native');

/**
 * What of a request is sensitive: its signature and session, and where members travel that the service's model
 * calls so. A body is a whole, but for one of JSON.
 *
 * @param body - in the form that it is compared in
 */
export function requestShape({ model }: OpenCall, body: unknown): Shape {
  const input = model?.input;
  const members = input?.kind === 'structure' ? [...input.members] : [];
  const secret = members.flatMap(([, { traits }]) =>
    traits.sensitive === undefined ? [] : traits,
  );
  const headers = secret.flatMap(({ httpHeader }) => httpHeader?.toLowerCase() ?? []);
  const query = secret.flatMap(({ httpQuery }) => httpQuery ?? []);
  const isInBody = input !== undefined && hasSensitive(input);
  return request([
    ['path', secret.some(({ httpLabel }) => httpLabel !== undefined) ? SECRET : OPEN],
    ['query', request(query.map((name) => [name, SECRET]))],
    ['headers', request([...SECRET_HEADERS, ...headers].map((name) => [name, SECRET]))],
    [
      'body',
      !isInBody
        ? OPEN
        : typeof body === 'object' && !ArrayBuffer.isView(body)
          ? ofJson(input)
          : SECRET,
    ],
  ]);
}

/** What the SDK puts into every request, or into many. */
const COMMON_HEADERS = [
  ...SECRET_HEADERS,
  ...['content-encoding', 'content-length', 'content-md5', 'content-type', 'host', 'user-agent'],
  ...['x-amz-content-sha256', 'x-amz-date', 'x-amz-target', 'x-amz-user-agent'],
];

/** The names that a part of an operation's requests may have; none where its body is the user's own. */
export function namesIn(input: Shape | undefined, part: 'headers' | 'query' | 'body'): string[] {
  const members = input?.kind === 'structure' ? [...input.members] : [];
  const traits = members.map(([, each]) => each.traits);
  switch (part) {
    case 'headers':
      return [...COMMON_HEADERS, ...traits.flatMap((each) => each.httpHeader?.toLowerCase() ?? [])];
    case 'query':
      return traits.flatMap(({ httpQuery }) => httpQuery ?? []);
    case 'body':
      return traits.some(({ httpPayload }) => httpPayload !== undefined)
        ? []
        : members.map(([name, each]) => each.traits.jsonName ?? name);
  }
}

/** What a request has, or a part of it. */
function request(members: readonly (readonly [string, Shape])[]): Shape {
  return structureOf('Request', new Map(members));
}

/** A structure's members by the names that they have in JSON. */
function ofJson(shape: Shape): Shape {
  if (shape.kind !== 'structure') return shape;
  return request([...shape.members].map(([name, each]) => [each.traits.jsonName ?? name, each]));
}
