import type { TimestampFormat } from '../model/index.js';

/** How a service's protocol writes what it answers. */
export interface Protocol {
  readonly id: ProtocolId;
  readonly body: 'xml' | 'json' | 'cbor';
  /** Members may be bound to headers, the status or the whole body. */
  readonly hasBindings: boolean;
  /** How a timestamp is written in a body whose schema does not say. */
  readonly timestamps: TimestampFormat;
  /** Errors go by the codes of the service's former query protocol, in a header. */
  readonly isQueryCompatible: boolean;
}

export type ProtocolId =
  | 'ec2Query'
  | 'awsQuery'
  | 'restXml'
  | 'restJson1'
  | 'awsJson1_0'
  | 'awsJson1_1'
  | 'rpcv2Cbor'
  | 'rpcv2Json';

/** The SDK's own object for a protocol (`ClientProtocol` of @smithy/types), as far as it is used here. */
export interface SdkProtocol {
  getShapeId(): string;
  setSerdeContext(context: object): void;
  deserializeResponse(operation: object, context: object, response: object): Promise<object>;
  readonly awsQueryCompatible?: boolean;
}

/** A client whose protocol has a name and schemas: those from 3.930 on. */
export interface ClientWithProtocol {
  readonly config: { readonly protocol?: unknown };
}

const FORMS: Readonly<Record<ProtocolId, Omit<Protocol, 'id' | 'isQueryCompatible'>>> = {
  ec2Query: { body: 'xml', hasBindings: false, timestamps: 'date-time' },
  awsQuery: { body: 'xml', hasBindings: false, timestamps: 'date-time' },
  restXml: { body: 'xml', hasBindings: true, timestamps: 'date-time' },
  restJson1: { body: 'json', hasBindings: true, timestamps: 'epoch-seconds' },
  awsJson1_0: { body: 'json', hasBindings: false, timestamps: 'epoch-seconds' },
  awsJson1_1: { body: 'json', hasBindings: false, timestamps: 'epoch-seconds' },
  rpcv2Cbor: { body: 'cbor', hasBindings: false, timestamps: 'epoch-seconds' },
  rpcv2Json: { body: 'json', hasBindings: false, timestamps: 'epoch-seconds' },
};

const protocols = new WeakMap<SdkProtocol, Protocol | undefined>();

/**
 * The protocol that a client speaks; undefined for clients without one (before 3.930), and for one
 * that is not among AWS's.
 */
export function protocolOf(client: ClientWithProtocol): Protocol | undefined {
  const sdk = sdkProtocolOf(client);
  if (sdk === undefined) return undefined;
  if (!protocols.has(sdk)) protocols.set(sdk, read(sdk));
  return protocols.get(sdk);
}

/** The SDK's object for the protocol that a client speaks. */
export function sdkProtocolOf({ config }: ClientWithProtocol): SdkProtocol | undefined {
  // Until a client was made of it, a configuration may hold the protocol's class.
  const protocol = config.protocol as Partial<SdkProtocol> | undefined;
  return typeof protocol === 'object' && typeof protocol.getShapeId === 'function'
    ? (protocol as SdkProtocol)
    : undefined;
}

function read(sdk: SdkProtocol): Protocol | undefined {
  const [, name] = sdk.getShapeId().split('#');
  const id = name as ProtocolId;
  const form = FORMS[id] as (typeof FORMS)[ProtocolId] | undefined;
  return form && { ...form, id, isQueryCompatible: sdk.awsQueryCompatible === true };
}
