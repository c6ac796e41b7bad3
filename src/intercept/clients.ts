import type { ClientLike } from '../calls/index.js';
import { rememberRegistry, type TypeRegistry } from '../model/index.js';
import {
  askingProvider,
  patchMetadataService,
  retryingProvider,
  type MetadataService,
} from './metadata.js';
import type { Send } from './send.js';
import { rememberingSigner } from './signers.js';
import { waiterFor } from './waiters.js';

const PATCHED = Symbol.for('aws-sdk-stubber.patched');
const HANDLER = Symbol.for('aws-sdk-stubber.send');

type Handler = (
  client: ClientLike,
  original: Send,
  args: readonly unknown[],
  cameThrough?: boolean,
) => unknown;

/** Classes that a module of the SDK may export. */
interface SdkExports {
  Client?: { prototype?: { send?: Send & { [PATCHED]?: true } } };
  MetadataService?: { prototype?: MetadataService & { [PATCHED]?: true } };
}

/** Functions of the SDK, and what makes the one that takes the place of each. */
const REPLACED: Readonly<Record<string, () => (original: never) => object>> = {
  createWaiter: () => waiterFor,
  createPresignedPost: () => rememberingSigner,
  fromHttp: () => retryingProvider,
  fromContainerMetadata: () => askingProvider,
  fromInstanceMetadata: () => askingProvider,
  getSignedUrl: () => rememberingSigner,
};

/** Gives what answers; it is loaded when there is a client to be called: after the end of a test file Jest loads nothing. */
let handlerToBe: (() => Handler) | undefined;

/**
 * Says what answers the calls of patched clients, from now on.
 *
 * On the global object: a class is patched once, but each test file may bring this package anew.
 *
 * @param find - gives it; not asked before a client class is loaded
 */
export function setHandler(find: () => Handler): void {
  handlerToBe = find;
  let found: Handler | undefined;
  (globalThis as { [HANDLER]?: Handler })[HANDLER] = (client, original, args, cameThrough) =>
    (found ??= find())(client, original, args, cameThrough);
}

/**
 * Patches the SDK's `Client` class, its waiters, and what asks the machine for credentials, where a module exports them;
 * known by their shape, since each copy and age of the SDK has them in another place.
 *
 * @returns the same exports, or others in their place where they cannot be set
 */
export function patch<T>(exported: T): T {
  if (typeof exported !== 'object' || exported === null) return exported;
  const prototype = own<SdkExports['Client']>(exported, 'Client')?.prototype;
  if (prototype !== undefined && typeof prototype.send === 'function')
    patchSend(prototype as never);
  const metadata = own<SdkExports['MetadataService']>(exported, 'MetadataService')?.prototype;
  if (typeof metadata?.fetchMetadataToken === 'function' && metadata[PATCHED] !== true) {
    patchMetadataService(mark(metadata));
  }
  const registry = own<TypeRegistry>(exported, 'TypeRegistry');
  if (typeof registry?.for === 'function') rememberRegistry(registry);
  return Object.entries(REPLACED).reduce<T & object>((sdk, [name, make]) => {
    const original = own<object & { [PATCHED]?: true }>(sdk, name);
    if (typeof original !== 'function' || original[PATCHED] === true) return sdk;
    return replace(sdk, name, mark(make()(original)));
  }, exported);
}

/** For source that a build tool built in, and that the Vite plugin let ask for it. */
export function offerPatch(): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for('aws-sdk-stubber.patch')] = patch;
}

/** A getter may load more of the SDK than anybody asked for; plain values do not. */
function own<T>(exported: object, name: string): T | undefined {
  const property = Object.getOwnPropertyDescriptor(exported, name);
  if (property === undefined) return undefined;
  return ('value' in property ? property.value : Reflect.get(exported, name)) as T | undefined;
}

function patchSend(prototype: { send: Send & { [PATCHED]?: true } }): void {
  const original = prototype.send;
  handlerToBe?.();
  if (original[PATCHED] === true) return;
  const patched = mark(function send(this: ClientLike, ...args: unknown[]): unknown {
    const handler = (globalThis as { [HANDLER]?: Handler })[HANDLER];
    return handler === undefined
      ? original.apply(this, args)
      : handler(this, original, args, (this.send as unknown) !== patched);
  });
  // Spies are called after what they stand for, and a bundler gives it another name.
  Object.defineProperties(patched, {
    name: { value: original.name, configurable: true },
    length: { value: original.length, configurable: true },
  });
  prototype.send = patched;
}

function replace<T extends object>(exported: T, name: string, value: object): T {
  const replaced = { value, enumerable: true, configurable: true, writable: true };
  const properties = Object.getOwnPropertyDescriptors(exported) as PropertyDescriptorMap;
  if (properties[name]?.configurable === true) {
    return Object.defineProperty(exported, name, replaced);
  }
  // Packages of 2023 to 2025 export through getters that stay as they are.
  properties[name] = replaced;
  return Object.create(Object.getPrototypeOf(exported) as object, properties) as T;
}

function mark<T extends object>(value: T): T {
  return Object.defineProperty(value, PATCHED, { value: true });
}
