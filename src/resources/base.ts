import { WrongUseError } from '../errors.js';
import type { ClientLike, Context } from './context.js';
import { attributeNamed, shapeOfData } from './attribute-names.js';
import { isSameResource, printIdentity, RESOURCE, withoutSecret } from './identity.js';
import { nameMisspelt } from './misspelt.js';
import type { KindModel } from './model.js';
import { withoutSecrets } from './secrets.js';

export type Identifier = string | number;
export type Identifiers = Readonly<Record<string, Identifier>>;
export type Data = Readonly<Record<string, unknown>>;

/** Makes a resource of a kind of the context's service. */
export type MakeResource = (
  context: Context,
  kind: KindModel,
  identifiers: Identifiers,
  data?: Data,
) => BaseResource;

/** What a resource knows of itself beyond what identifies it. */
export interface State {
  readonly context: Context;
  readonly kind: KindModel;
  readonly identifiers: Identifiers;
  /** Makes the resources that it leads to. */
  readonly make: MakeResource;
  /** Its attributes as they were last loaded. */
  data: Data | undefined;
  /** The load that lazy reads wait for together. */
  loading: Promise<Data> | undefined;
}

/** `stub(vpc)` and `expect(vpc)` mean the client that it calls: the rest of this package asks for this. */
const TARGET = Symbol.for('aws-sdk-stubber.target');
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
/** An own member, for `toEqual` looks at nothing else: a VPC and a subnet may have the same id. Copies of this package must agree. */
const KIND = Symbol.for('aws-sdk-stubber.kind');

/** A resource's state; nobody but this folder sees it. */
export let stateOf: (resource: BaseResource) => State;

/** What every resource can do; the factory makes a class of it for each kind. */
export class BaseResource {
  readonly #state: State;

  constructor(
    make: MakeResource,
    context: Context,
    kind: KindModel,
    identifiers: Identifiers,
    data?: Data,
  ) {
    this.#state = { context, kind, identifiers, make, data, loading: undefined };
    for (const { property } of kind.identifiers) {
      Object.defineProperty(this, property, { value: identifiers[property], enumerable: true });
    }
    Object.defineProperty(this, KIND, {
      value: `${context.service.name}.${kind.name}`,
      enumerable: true,
    });
  }

  static {
    stateOf = (resource) => resource.#state;
    nameMisspelt(this.prototype, (key, owner) => {
      if (!(#state in owner)) return undefined;
      const { context, kind } = owner.#state;
      const attribute = attributeNamed(context, kind, key);
      return attribute && `It is an attribute: \`await ${variable(kind)}.get('${attribute}')\`.`;
    });
  }

  get meta(): { client: ClientLike; service: string; kind: string; identifiers: Identifiers } {
    const { context, kind, identifiers } = this.#state;
    return { client: context.client, service: context.service.name, kind: kind.name, identifiers };
  }

  get data(): Data {
    const { data, kind } = this.#state;
    if (data !== undefined) return data;
    const how =
      kind.load === undefined && !('load' in this)
        ? 'AWS has no operation to load it by itself: take it from where it is listed or created'
        : `write \`await ${variable(kind)}.load()\` first, or read one attribute with ` +
          `\`await ${variable(kind)}.get('…')\``;
    throw new WrongUseError(`${this.toString()} is not loaded: ${how}.`, 'what-a-resource-takes');
  }

  equals(other: unknown): boolean {
    return isSameResource(this.meta, other);
  }

  toJSON(): object {
    const { context, kind, identifiers, data } = this.#state;
    const identity = {
      service: context.service.name,
      kind: kind.name,
      identifiers: withoutSecret(identifiers),
    };
    return data === undefined
      ? identity
      : { ...identity, data: withoutSecrets(data, shapeOfData(context, kind)) };
  }

  /** As messages and `console.log` show it: `ec2.Vpc(id="vpc-1")`. */
  toString(): string {
    const { context, kind, identifiers } = this.#state;
    return printIdentity({ service: context.service.name, kind: kind.name, identifiers });
  }

  get [TARGET](): ClientLike {
    return this.#state.context.client;
  }

  get [RESOURCE](): this {
    return this;
  }

  [INSPECT](): string {
    return this.toString();
  }
}

function variable({ name }: KindModel): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
