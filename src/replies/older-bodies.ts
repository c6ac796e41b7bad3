import type { ClientLike } from '../calls/index.js';
import type { Shape } from '../model/index.js';

/** A member of an output that is a body or events. */
export type NamedShape = readonly [name: string, shape: Shape];

export const STREAM: Shape = { kind: 'stream', traits: {} };
/** Whatever is in them: the client says no more. */
export const EVENTS: Shape = { kind: 'document', traits: {} };
const BLOB: Shape = { kind: 'blob', traits: {} };

type Deserialize = (response: object, context: object) => Promise<object>;

const found = new WeakMap<object, Promise<readonly NamedShape[]>>();

/**
 * The bodies in outputs of a client that has no schemas (before 3.930). Its own deserialiser knows them: it is given a
 * response without a byte, and where that response's body comes out again, there is one.
 */
export function bodiesOfOlder(command: object, client: ClientLike): Promise<readonly NamedShape[]> {
  const key = command.constructor;
  let bodies = found.get(key);
  if (bodies === undefined) found.set(key, (bodies = ask(command, client).catch(() => [])));
  return bodies;
}

async function ask(
  { deserialize }: { readonly deserialize?: Deserialize },
  { config }: ClientLike,
): Promise<readonly NamedShape[]> {
  if (deserialize === undefined) return [];
  const body = new Uint8Array();
  const events = {};
  let isStream = false;
  const context = {
    ...config,
    streamCollector: () => Promise.resolve(body),
    sdkStreamMixin: () => (isStream = true),
    eventStreamMarshaller: { deserialize: () => events },
  };
  const output = await deserialize({ statusCode: 200, headers: {}, body }, context);
  return Object.entries(output).flatMap(([name, value]): NamedShape[] => {
    if (value === events) return [[name, EVENTS]];
    return value === body ? [[name, isStream ? STREAM : BLOB]] : [];
  });
}
