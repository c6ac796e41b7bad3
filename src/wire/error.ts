import type { ErrorDetails, ModelledError, Shape, StructureShape } from '../model/index.js';
import { cborDocument } from './cbor.js';
import { jsonMembers } from './json.js';
import { boundHeaders, isInBody, typeHeaders, type WireResponse } from './output.js';
import type { Protocol } from './protocol.js';
import { element, escape, tag } from './xml.js';

/** An error as a stub has it. */
export interface WireError {
  readonly code: string;
  readonly model: ModelledError | undefined;
  readonly details: ErrorDetails;
  /** The service's namespace, which JSON's codes may be told apart by. */
  readonly serviceId: string | undefined;
}

/** An error as the HTTP response that the service would send. */
export function encodeError(error: WireError, protocol: Protocol): WireResponse {
  const { model, details } = error;
  const shape = model?.shape.kind === 'structure' ? model.shape : undefined;
  const bindings =
    shape !== undefined && protocol.hasBindings ? boundHeaders(shape, details) : undefined;
  const statusCode =
    details.$metadata?.httpStatusCode ?? model?.status ?? bindings?.statusCode ?? statusOf(error);
  const headers = { ...typeHeaders(protocol), ...bindings?.headers };
  // S3 answers HEAD without a body, and the SDK then goes by the status alone.
  if (isBodiless(error, statusCode)) return { statusCode, headers: {}, body: Buffer.alloc(0) };
  switch (protocol.body) {
    case 'xml':
      return { statusCode, headers, body: xmlError(error, shape, protocol) };
    case 'json':
      return {
        statusCode,
        headers: { ...headers, ...codeHeaders(error, protocol) },
        body: Buffer.from(JSON.stringify(jsonError(error, shape, protocol))),
      };
    case 'cbor':
      return {
        statusCode,
        headers: { ...headers, ...codeHeaders(error, protocol) },
        body: cborDocument(shape, { ...details, ...messageOf(error, shape) }, typeOf(error, shape)),
      };
  }
}

function isBodiless({ code, details, serviceId }: WireError, statusCode: number): boolean {
  return (
    serviceId === 'S3' && code === 'NotFound' && statusCode === 404 && details.message === undefined
  );
}

function statusOf({ code, model, details, serviceId }: WireError): number {
  if (serviceId === 'S3' && code === 'NotFound') return 404;
  return (details.$fault ?? model?.fault) === 'server' ? 500 : 400;
}

/** The codes that clients of the service's former query protocol know are in a header. */
function codeHeaders({ code, model }: WireError, protocol: Protocol): Record<string, string> {
  if (protocol.id === 'restJson1') return { 'x-amzn-errortype': model?.name ?? code };
  if (!protocol.isQueryCompatible) return {};
  const sender = model?.fault === 'server' ? 'Receiver' : 'Sender';
  return { 'x-amzn-query-error': `${model?.queryCode ?? code};${sender}` };
}

/** The code in a body of JSON or CBOR, and the message where the model has no member for it. */
function typeOf(error: WireError, shape: StructureShape | undefined): Record<string, string> {
  const { code, model, details } = error;
  const type = model === undefined ? code : `${model.namespace}#${model.name}`;
  const isOwn = messageMember(shape) === undefined && details.message !== undefined;
  return { __type: type, ...(isOwn ? { message: details.message } : {}) };
}

function jsonError(
  error: WireError,
  shape: StructureShape | undefined,
  protocol: Protocol,
): Record<string, unknown> {
  const members =
    shape === undefined
      ? {}
      : jsonMembers(
          shape,
          { ...error.details, ...messageOf(error, shape) },
          protocol,
          protocol.hasBindings ? isInBody : undefined,
        );
  const { __type, ...message } = typeOf(error, shape);
  // The REST protocol has the code in a header.
  const type = protocol.id === 'restJson1' ? {} : { __type };
  return { ...type, ...unmodelledMembers(error.details, shape), ...message, ...members };
}

/** Members of an error that its model does not give it. */
export function unmodelledMembers(
  details: ErrorDetails,
  shape: Shape | undefined,
): Record<string, unknown> {
  const members = shape?.kind === 'structure' ? shape.members : undefined;
  return Object.fromEntries(
    Object.entries(details).filter(
      ([name]) => !name.startsWith('$') && name !== 'message' && members?.has(name) !== true,
    ),
  );
}

function xmlError(error: WireError, shape: StructureShape | undefined, protocol: Protocol): Buffer {
  const { code, model, details, serviceId } = error;
  const members = { ...details, ...messageOf(error, shape) } as Readonly<Record<string, unknown>>;
  const own = [...(shape?.members ?? [])]
    // Some errors model a member for their code, which is in the answer once.
    .filter(([name, member]) => name !== 'Code' && (!protocol.hasBindings || isInBody(member)))
    .map(([name, member]) => {
      const each = members[name];
      // An error's members are looked for by the name of their shape too, unlike an output's.
      return each === undefined ? '' : element(member.traits.xmlName ?? name, member, each);
    });
  const others = Object.entries(unmodelledMembers(error.details, shape)).flatMap(([name, each]) =>
    typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean'
      ? [tag(name, escape(String(each)))]
      : [],
  );
  const message =
    messageMember(shape) !== undefined || details.message === undefined
      ? ''
      : tag('Message', escape(details.message));
  const type = model?.fault === 'server' || details.$fault === 'server' ? 'Receiver' : 'Sender';
  const inside =
    (protocol.id === 'awsQuery' || (protocol.id === 'restXml' && serviceId !== 'S3')
      ? tag('Type', type)
      : '') +
    tag('Code', escape(model === undefined ? code : (model.queryCode ?? model.name))) +
    message +
    own.join('') +
    others.join('');
  if (protocol.id === 'ec2Query') {
    return Buffer.from(tag('Response', tag('Errors', tag('Error', inside))));
  }
  const whole =
    serviceId === 'S3' ? tag('Error', inside) : tag('ErrorResponse', tag('Error', inside));
  return Buffer.from(whole);
}

/** The model's own member for the message: `message`, `Message`, or `errorMessage` for none. */
function messageMember(shape: StructureShape | undefined): string | undefined {
  return ['message', 'Message'].find((name) => shape?.members.has(name));
}

function messageOf(
  { details }: WireError,
  shape: StructureShape | undefined,
): Record<string, unknown> {
  const name = messageMember(shape);
  return name === undefined || details.message === undefined ? {} : { [name]: details.message };
}
