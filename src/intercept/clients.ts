import type { ClientLike } from '../calls/index.js';
import { rememberRegistry, type TypeRegistry } from '../model/index.js';
import type { Send } from './send.js';
import { waiterFor, type CreateWaiter } from './waiters.js';

const PATCHED = Symbol.for('aws-sdk-stubber.patched');
const HANDLER = Symbol.for('aws-sdk-stubber.send');

type Handler = (
  client: ClientLike,
  original: Send,
  args: readonly unknown[],
  cameThrough?: boolean,
) => unknown;

/** What a module of the SDK may export that is of interest here. */
interface SdkExports {
  Client?: { prototype?: { send?: Send & { [PATCHED]?: true } } };
  createWaiter?: CreateWaiter & { [PATCHED]?: true };
  TypeRegistry?: TypeRegistry;
}

/**
 * Says what answers the calls of patched clients, from now on.
 *
 * On the global object: a class is patched once, but each test file may bring this package anew.
 */
export function setHandler(handler: Handler): void {
  (globalThis as { [HANDLER]?: Handler })[HANDLER] = handler;
}

/**
 * Patches the SDK's `Client` class and its waiters where a module exports them; known by their
 * shape, since each copy and age of the SDK has them in another place.
 *
 * @returns the same exports
 */
export function patch<T>(exported: T): T {
  if (typeof exported !== 'object' || exported === null) return exported;
  const sdk = exported as SdkExports;
  const prototype = own(sdk, 'Client')?.prototype;
  if (prototype !== undefined && typeof prototype.send === 'function')
    patchSend(prototype as never);
  const createWaiter = own(sdk, 'createWaiter');
  if (typeof createWaiter === 'function' && createWaiter[PATCHED] !== true) {
    replace(sdk, 'createWaiter', mark(waiterFor(createWaiter)));
  }
  const registry = own(sdk, 'TypeRegistry');
  if (typeof registry?.for === 'function') rememberRegistry(registry);
  return exported;
}

/** For source that a build tool built in, and that the Vite plugin let ask for it. */
export function offerPatch(): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for('aws-sdk-stubber.patch')] = patch;
}

/** A getter may load more of the SDK than anybody asked for; plain values do not. */
function own<Name extends keyof SdkExports>(
  exported: SdkExports,
  name: Name,
): SdkExports[Name] | undefined {
  const property = Object.getOwnPropertyDescriptor(exported, name);
  if (property === undefined) return undefined;
  return 'value' in property ? (property.value as SdkExports[Name]) : exported[name];
}

function patchSend(prototype: { send: Send & { [PATCHED]?: true } }): void {
  const original = prototype.send;
  if (original[PATCHED] === true) return;
  const patched = mark(function send(this: ClientLike, ...args: unknown[]): unknown {
    const handler = (globalThis as { [HANDLER]?: Handler })[HANDLER];
    return handler === undefined
      ? original.apply(this, args)
      : handler(this, original, args, (this.send as unknown) !== patched);
  });
  prototype.send = patched;
}

function replace(exported: SdkExports, name: keyof SdkExports, value: unknown): void {
  const property = Object.getOwnPropertyDescriptor(exported, name);
  // Older packages re-export through getters that cannot be set; their source is patched instead.
  if (property?.configurable === true || property?.writable === true) {
    Object.defineProperty(exported, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

function mark<T extends object>(value: T): T {
  return Object.defineProperty(value, PATCHED, { value: true });
}
