/**
 * An operation as the SDK's runtime schemas describe it (clients from 3.930 on).
 *
 * Source: `StaticOperationSchema` of @smithy/types,
 * `[9, namespace, name, traits, () => input, () => output]`.
 */
export interface OperationSchema {
  readonly name: string;
  readonly outputMembers: readonly string[];
}

const OPERATION = 9;
/** A structure's schema is `[3, namespace, name, traits, memberNames, memberSchemas, required]`. */
const MEMBER_NAMES = 4;

/** The operation's schema that a command carries, or undefined for clients without schemas. */
export function operationSchemaOf(command: object): OperationSchema | undefined {
  const { schema } = command as { schema?: unknown };
  if (!Array.isArray(schema) || schema[0] !== OPERATION) return undefined;
  const [, , name, , , output] = schema as [9, string, string, unknown, unknown, unknown];
  return {
    name,
    get outputMembers() {
      const structure: unknown =
        typeof output === 'function' ? (output as () => unknown)() : output;
      const members: unknown = Array.isArray(structure) ? structure[MEMBER_NAMES] : undefined;
      return Array.isArray(members) ? (members as string[]) : [];
    },
  };
}
