import { isClient, isClientClass, type ClientLike } from './client.js';
import { isMockFunction } from './mocked-classes.js';
import { targetOf } from './target.js';

const standIns = new WeakMap<object, ClientLike>();

/**
 * Whose calls those are that a mocked `send` got with no client as its `this`: the mock itself was handed to the code
 * under test, or `send` was taken out of its client.
 *
 * @param sender - what the mocked `send` stands on: a client, or the prototype of a client class
 * @returns the client; of a class what stands for any client of it; undefined for the base of all clients
 */
export function mockedClient(sender: object): ClientLike | undefined {
  if (isClient(sender)) return sender;
  const { constructor } = sender;
  if (!isClientClass(constructor) || constructor.prototype !== sender) return undefined;
  if (!isClientClass(Object.getPrototypeOf(constructor)) || isMockFunction(constructor))
    return undefined;
  let client = standIns.get(sender);
  if (client === undefined) {
    const sample = targetOf(constructor, 'A mock').sample?.();
    client = Object.create(sender, {
      config: { value: sample?.config ?? {} },
      middlewareStack: { value: sample?.middlewareStack ?? {} },
    }) as ClientLike;
    standIns.set(sender, client);
  }
  return client;
}
