import { modelOf, withoutNulls } from '../model/index.js';
import type { ClientLike } from './client.js';
import type { CommandLike } from './command.js';
import { builtinTag, copyOfInput, isPlainObject } from './copy.js';

/** A document client, as far as its way with values is looked at. */
interface DocumentClient extends ClientLike {
  readonly config: ClientLike['config'] & {
    readonly translateConfig?: {
      readonly marshallOptions?: { readonly removeUndefinedValues?: boolean };
    };
  };
}

/**
 * The input of a command as a call keeps it: a copy of what was given, without what the SDK leaves out of
 * every request. That is `null` in structures, and what lib-dynamodb does not marshal.
 */
export function takenInput(client: DocumentClient, command: CommandLike): unknown {
  const { copy, hasGap, hasFunction } = copyOfInput(command.input);
  if (!hasGap && !hasFunction) return copy;
  const taken = 'clientCommand' in command ? marshallable(copy, client) : copy;
  return hasGap ? withoutNulls(modelOf(command)?.input, taken) : taken;
}

/**
 * Source: `convertToAttr` of @aws-sdk/util-dynamodb, which leaves functions out, and `undefined` where it is
 * told so.
 */
function marshallable(value: unknown, client: DocumentClient): unknown {
  const { removeUndefinedValues = false } = client.config.translateConfig?.marshallOptions ?? {};
  const isLeftOut = (each: unknown): boolean =>
    typeof each === 'function' || (removeUndefinedValues && each === undefined);
  const without = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.filter((one) => !isLeftOut(one)).map(without);
    if (isPlainObject(each)) {
      return Object.fromEntries(
        Object.entries(each).flatMap(([name, one]) =>
          isLeftOut(one) ? [] : [[name, without(one)]],
        ),
      );
    }
    if (typeof each !== 'object' || each === null) return each;
    switch (builtinTag(each)) {
      case 'Set':
        return new Set([...(each as Set<unknown>)].filter((one) => !isLeftOut(one)));
      case 'Map':
        return new Map([...(each as Map<unknown, unknown>)].filter(([, one]) => !isLeftOut(one)));
      default:
        return each;
    }
  };
  return without(value);
}
