import { shapeOf, type Shape, type StructureShape } from './schema.js';

/** An operation as the SDK's runtime schemas describe it. */
export interface OperationModel {
  readonly name: string;
  /** The service's, such as `com.amazonaws.ec2`. */
  readonly namespace: string;
  readonly input: Shape;
  readonly output: Shape;
  /** The members of the output, by name. */
  readonly outputMembers: readonly string[];
  /** `['GET', '/{Bucket}', 200]` where the operation is bound to HTTP: method, path, status. */
  readonly http: readonly [method: string, path: string, status: number] | undefined;
  /** As the SDK's protocols take it (`OperationSchema` of @smithy/types). */
  readonly sdkSchema: object;
}

/**
 * Which parts of an input or output of lib-dynamodb's document commands are plain JavaScript:
 * `null` and no keys for all, `*` for each entry of a list or map, else by member.
 */
interface KeyNodes {
  readonly [key: string]: KeyNodes | null;
}

interface DocumentCommand {
  readonly clientCommand?: object;
  readonly inputKeyNodes?: KeyNodes;
  readonly outputKeyNodes?: KeyNodes;
}

const OPERATION = 9;

const models = new WeakMap<object, OperationModel | undefined>();

/**
 * The model of the operation that a command calls, or undefined for clients without schemas.
 *
 * Source: `StaticOperationSchema` of @smithy/types,
 * `[9, namespace, name, traits, () => input, () => output]`.
 */
export function modelOf(command: object): OperationModel | undefined {
  const key = command.constructor;
  const known = models.get(key);
  if (known !== undefined || models.has(key)) return known;
  const model = read(command);
  models.set(key, model);
  return model;
}

function read(
  command: DocumentCommand & { readonly schema?: unknown },
): OperationModel | undefined {
  const { clientCommand, inputKeyNodes, outputKeyNodes } = command;
  if (clientCommand !== undefined) {
    const plain = modelOf(clientCommand);
    return plain && documentModel(plain, inputKeyNodes ?? {}, outputKeyNodes ?? {});
  }
  const { schema } = command;
  if (!Array.isArray(schema) || schema[0] !== OPERATION) return undefined;
  const [, namespace, name, traits, input, output] = schema as [
    9,
    string,
    string,
    { readonly http?: OperationModel['http'] } | number,
    unknown,
    unknown,
  ];
  let inputShape: Shape | undefined;
  let outputShape: Shape | undefined;
  return {
    name,
    namespace,
    get input() {
      return (inputShape ??= shapeOf(input));
    },
    get output() {
      return (outputShape ??= shapeOf(output));
    },
    get outputMembers() {
      return membersOf(this.output);
    },
    http: typeof traits === 'object' ? traits.http : undefined,
    sdkSchema: { namespace, name, traits, input, output },
  };
}

function documentModel(plain: OperationModel, input: KeyNodes, output: KeyNodes): OperationModel {
  return {
    ...plain,
    input: Object.keys(input).length === 0 ? plain.input : withPlain(plain.input, input),
    output: Object.keys(output).length === 0 ? plain.output : withPlain(plain.output, output),
  };
}

/** A shape whose attribute values at these nodes are plain JavaScript. */
function withPlain(shape: Shape, nodes: KeyNodes | null): Shape {
  if (nodes === null) return { kind: 'native', traits: {} };
  const keys = Object.keys(nodes);
  const each = keys.length === 0 ? null : keys[0] === '*' ? (nodes['*'] ?? null) : undefined;
  if (each !== undefined) {
    if (shape.kind === 'map')
      return { ...shape, key: shape.key, value: withPlain(shape.value, each) };
    if (shape.kind === 'list') return { ...shape, member: withPlain(shape.member, each) };
    return { kind: 'native', traits: {} };
  }
  return shape.kind === 'structure' || shape.kind === 'union'
    ? withPlainMembers(shape, nodes)
    : { kind: 'native', traits: {} };
}

function withPlainMembers(shape: StructureShape, nodes: KeyNodes): StructureShape {
  const members = new Map(shape.members);
  for (const [name, inside] of Object.entries(nodes)) {
    const member = members.get(name);
    if (member !== undefined) members.set(name, withPlain(member, inside));
  }
  return { ...shape, members };
}

function membersOf(shape: Shape): readonly string[] {
  return shape.kind === 'structure' || shape.kind === 'union' ? [...shape.members.keys()] : [];
}
