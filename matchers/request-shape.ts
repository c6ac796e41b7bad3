import type { OpenCall } from '../src/calls/index.js';
import { hasSensitive, type Shape } from '../src/model/index.js';

/** What opens something wherever it stands in a request. */
const SECRET_HEADERS = ['authorization', 'x-amz-security-token', 'x-amz-s3session-token'];

const SECRET: Shape = { kind: 'string', traits: { sensitive: 1 } };
const OPEN: Shape = { kind: 'native', traits: {} };

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
  return structure([
    ['path', secret.some(({ httpLabel }) => httpLabel !== undefined) ? SECRET : OPEN],
    ['query', structure(query.map((name) => [name, SECRET]))],
    ['headers', structure([...SECRET_HEADERS, ...headers].map((name) => [name, SECRET]))],
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

function structure(members: readonly (readonly [string, Shape])[]): Shape {
  return {
    kind: 'structure',
    name: 'Request',
    isError: false,
    traits: {},
    required: new Set(),
    members: new Map(members),
  };
}

/** A structure's members by the names that they have in JSON. */
function ofJson(shape: Shape): Shape {
  if (shape.kind !== 'structure') return shape;
  return structure([...shape.members].map(([name, each]) => [each.traits.jsonName ?? name, each]));
}
