import { builtinTag, copyOf, isPlainObject } from '../calls/index.js';
import { isReadOnce, readOnce } from './read-once.js';
import type { Reply } from './rules.js';

/**
 * Answers with an output, or with what a promise gives: the same object each time, but for what can be read only once.
 *
 * @param copies - each caller gets a copy
 */
export function outputReply(response: unknown, copies: () => boolean): Reply {
  const handedOver = new Set<string>();
  return () => {
    if (copies() && isPlainObject(response))
      return Promise.resolve(copyOf(withFresh(response, handedOver)));
    return Promise.resolve(isPlainObject(response) ? withFresh(response, handedOver) : response);
  };
}

/**
 * The output with streams that the caller can read: what was handed over or read already is there once more.
 *
 * @param handedOver - the members that an earlier call has
 */
function withFresh(output: Record<string, unknown>, handedOver: Set<string>): object {
  let copy: Record<string, unknown> | undefined;
  for (const name in output) {
    const member = output[name];
    if (!isReadOnce(member)) continue;
    const source = readOnce(member);
    const fresh = handedOver.has(name) ? source.again() : (source.itself() ?? source.again());
    handedOver.add(name);
    if (fresh !== member) (copy ??= { ...output })[name] = fresh;
  }
  return copy ?? output;
}

/** Rejects with an error, with one of this text, or with one that has these members. */
export function errorReply(given: unknown): Reply {
  const error = errorOf(given);
  return () => Promise.reject(error);
}

/** Answers with what a function gives. */
export function fakeReply(fn: (input: any, getClient: () => never) => unknown): Reply {
  return (client, args) => {
    const [command] = args as readonly [{ readonly input: unknown }];
    try {
      const given = fn(command.input, () => client as never);
      return isThenable(given) ? given : Promise.resolve(given);
    } catch (error) {
      return Promise.reject(errorOf(error));
    }
  };
}

/** As aws-sdk-client-mock makes it: of the service's own class only where it is given as such. */
function errorOf(given: unknown): Error {
  if (typeof given === 'string') return new Error(given);
  // Jest's sandboxes have an Error of their own.
  const isError = typeof given === 'object' && given !== null && builtinTag(given) === 'Error';
  return isError ? (given as Error) : Object.assign(new Error(), given);
}

function isThenable(value: unknown): boolean {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
