import { shapeOf, type Shape } from './schema.js';

/** A modelled error's schema: `[-3, namespace, name, traits, memberNames, memberSchemas]`. */
type ErrorSchema = readonly [-3, string, string, unknown, readonly string[], readonly unknown[]];

type ErrorClass = new (...args: never[]) => Error;
type ServiceErrorClass = new (options: Record<string, unknown>) => Error;

/** A service's errors and their classes; source: `TypeRegistry` of @smithy/core/schema. */
interface ErrorRegistry {
  readonly exceptions?: ReadonlyMap<ErrorSchema, ServiceErrorClass>;
}

/** The SDK's class that has the errors of every namespace, in each of its copies. */
export interface TypeRegistry {
  for(namespace: string): ErrorRegistry;
}

/** On the global object: which copies were loaded is known to whichever copy of this package saw it. */
const REGISTRIES = Symbol.for('aws-sdk-stubber.type-registries');
const home = globalThis as unknown as { [REGISTRIES]: Set<TypeRegistry> | undefined };

/** Takes down where a copy of the SDK keeps its errors. */
export function rememberRegistry(registry: TypeRegistry): void {
  (home[REGISTRIES] ??= new Set()).add(registry);
}

/**
 * The registries that a client's errors are in. Clients from 3.930 up to about 3.990 do not name them:
 * there they are where the SDK looks, under the service's namespace and one of its own making.
 */
function registriesOf({ config }: ClientWithErrors): readonly ErrorRegistry[] | undefined {
  const { errorTypeRegistries, defaultNamespace } = config.protocolSettings ?? {};
  if (errorTypeRegistries !== undefined || defaultNamespace === undefined) {
    return errorTypeRegistries;
  }
  const all = [...(home[REGISTRIES] ?? [])].flatMap((registry) => [
    registry.for(defaultNamespace),
    registry.for(`smithy.ts.sdk.synthetic.${defaultNamespace}`),
  ]);
  return all.filter(({ exceptions }) => (exceptions?.size ?? 0) > 0);
}

interface ClientWithErrors {
  readonly config: {
    readonly serviceId?: string;
    readonly protocolSettings?: {
      readonly defaultNamespace?: string;
      readonly errorTypeRegistries?: readonly ErrorRegistry[];
    };
  };
}

interface ErrorTraits {
  readonly error?: 'client' | 'server';
  readonly httpError?: number;
  readonly awsQueryError?: readonly [string, number?];
}

/** What `rejects` may say of an error beside its code. */
export interface ErrorDetails {
  readonly message?: string | undefined;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly [key: string]: unknown };
  readonly $fault?: 'client' | 'server';
  readonly [member: string]: unknown;
}

/**
 * An error as the client itself would have made it from AWS's answer: of the service's own class
 * where the model has the code, else of the service's base class with that name.
 *
 * @param client - whose copy of the classes is used, so that the caller's `instanceof` holds
 * @param codeOrClass - the error's code, such as `NoSuchKey`, `InvalidVpcID.NotFound`, or a class of
 *   that name; a class that is none of the service's is made as it is
 */
export function serviceError(
  client: ClientWithErrors,
  codeOrClass: string | ErrorClass,
  details: ErrorDetails,
): Error {
  const code = typeof codeOrClass === 'string' ? codeOrClass : codeOrClass.name;
  const { modelled, base } = errorsOf(client);
  const found = modelled.get(code);
  if (found === undefined && typeof codeOrClass === 'function' && !isServiceError(codeOrClass)) {
    const OtherError = codeOrClass as unknown as new (message?: string) => Error;
    return Object.assign(new OtherError(details.message), details);
  }
  const traits = found?.traits ?? {};
  const { message, $metadata, $fault, ...members } = details;
  const status =
    $metadata?.httpStatusCode ??
    traits.httpError ??
    // S3 answers HEAD without a body, and its model gives this one error no status.
    (code === 'NotFound' ? 404 : 400);
  const fault = $fault ?? traits.error ?? (status >= 500 ? 'server' : 'client');
  const options = {
    name: found?.name ?? code,
    message: message ?? code,
    $fault: fault,
    $service: client.config.serviceId,
    $metadata: { httpStatusCode: status, attempts: 1, totalRetryDelay: 0, ...$metadata },
  };
  const ErrorClass = found?.class ?? base;
  const error = ErrorClass === undefined ? new Error(options.message) : new ErrorClass(options);
  // The SDK, too, assigns the members after construction (decorateServiceException).
  Object.assign(error, options, { Code: code }, members);
  if (found !== undefined) delete (error as { Code?: string }).Code;
  return error;
}

/** The members of an error that the client's service models; undefined for other codes. */
export function errorShapeOf(client: ClientWithErrors, code: string): Shape | undefined {
  const schema = errorsOf(client).modelled.get(code)?.schema;
  return schema && shapeOf(schema);
}

/** An error of a service's model. */
export interface ModelledError {
  /** Of its class; its code may be another one. */
  readonly name: string;
  /** Such as `com.amazonaws.s3`. */
  readonly namespace: string;
  readonly status: number | undefined;
  /** Of the service's query protocol, of today or of before. */
  readonly queryCode: string | undefined;
  readonly fault: 'client' | 'server' | undefined;
  readonly shape: Shape;
}

/** The modelled error that a code stands for; undefined for other codes. */
export function modelledError(client: ClientWithErrors, code: string): ModelledError | undefined {
  const found = errorsOf(client).modelled.get(code);
  if (found === undefined) return undefined;
  const { name, schema, traits } = found;
  return {
    name,
    namespace: schema[1],
    status: traits.httpError,
    queryCode: traits.awsQueryError?.[0],
    fault: traits.error,
    shape: shapeOf(schema),
  };
}

/** The names of all errors that a client's service models. */
export function modelledErrors(client: ClientWithErrors): string[] {
  return [...new Set([...errorsOf(client).modelled.values()].map(({ name }) => name))];
}

interface KnownError {
  readonly name: string;
  readonly class: ServiceErrorClass;
  readonly traits: ErrorTraits;
  readonly schema: ErrorSchema;
}

interface KnownErrors {
  readonly modelled: ReadonlyMap<string, KnownError>;
  readonly base: ServiceErrorClass | undefined;
}

const known = new WeakMap<object, KnownErrors>();
/** Of clients from before 3.930. */
const NO_SETTINGS = {};

function errorsOf(client: ClientWithErrors): KnownErrors {
  const { protocolSettings = NO_SETTINGS } = client.config;
  const remembered = known.get(protocolSettings);
  if (remembered !== undefined) return remembered;
  const registries = registriesOf(client) ?? [];
  const modelled = new Map<string, KnownError>();
  let base: ServiceErrorClass | undefined;
  for (const { exceptions } of registries) {
    for (const [schema, errorClass] of exceptions ?? []) {
      const [, namespace, name, traits] = schema;
      // The SDK registers a service's base exception under a namespace of its own making.
      if (namespace.startsWith('smithy.ts.sdk.synthetic.')) base = errorClass;
      else {
        const entry = { name, class: errorClass, traits: traitsOf(traits), schema };
        modelled.set(name, entry);
        const queryCode = entry.traits.awsQueryError?.[0];
        if (queryCode !== undefined && !modelled.has(queryCode)) modelled.set(queryCode, entry);
      }
    }
  }
  const found = { modelled, base };
  known.set(protocolSettings, found);
  return found;
}

/** Traits are an object, or a number of flags where none has a value. */
function traitsOf(traits: unknown): ErrorTraits {
  return typeof traits === 'object' && traits !== null ? traits : {};
}

/** The SDK's own exceptions carry the service's fault and metadata; other errors do not. */
function isServiceError(errorClass: ErrorClass): boolean {
  for (
    let each: unknown = errorClass;
    typeof each === 'function';
    each = Object.getPrototypeOf(each)
  ) {
    if (each.name === 'ServiceException') return true;
  }
  return false;
}
