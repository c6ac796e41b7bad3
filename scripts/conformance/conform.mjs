// Sends every operation of a service's client, and compares what the SDK hands back with what the stub
// was given: outputs, modelled errors, in both deliveries.
import { Buffer } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { asErrorIsSent, asSdkChecks } from './checked-by-sdk.mjs';
import { eventsOf, resolve, streamOf, synthesize, variantsOf } from './synthetic.mjs';

/**
 * @typedef Result what came of a service
 * @property {string} service the client's package without its scope
 * @property {string | undefined} protocol `restJson1`; undefined for a client without schemas
 * @property {Record<'outputs' | 'errors', Record<'direct' | 'wire', { total: number, right: number }>>} counts
 * @property {{ what: string, delivery: string, why: string }[]} failures
 */

/**
 * @param service such as `client-ec2`
 * @param exported what its package exports
 * @param library `stub` and `configure` of this package, which has stubbed the SDK already; and of the SDK's
 *   copy that the client uses, `NumericValue`, its class for decimals, `registryOf`, which gives the errors of
 *   a namespace, and where it is not the service's own, `protocol`
 * @param deliveries which to try
 * @returns {Promise<Result>}
 */
export async function conform(
  service,
  exported,
  { stub, configure, NumericValue, registryOf, protocol: other },
  deliveries = ['direct', 'wire'],
) {
  const client = makeClient(exported, other);
  const { protocol, protocolSettings } = client.config;
  // Clients from before 3.930 have no schemas, and some of them a protocol of another kind.
  const isKnown = protocolSettings !== undefined && typeof protocol?.getShapeId === 'function';
  const result = {
    service,
    protocol: isKnown ? protocol.getShapeId().split('#')[1] : undefined,
    counts: { outputs: {}, errors: {} },
    failures: [],
  };
  if (result.protocol === undefined) return result;
  const operations = operationsOf(exported);
  for (const delivery of deliveries) {
    configure({ delivery });
    const outputs = (result.counts.outputs[delivery] = { total: 0, right: 0 });
    for (const operation of operations) {
      outputs.total += 1;
      const why = await problemOfOutput(service, client, operation, stub, NumericValue);
      if (why === undefined) outputs.right += 1;
      else result.failures.push({ what: operation.name, delivery, why });
    }
    const errors = (result.counts.errors[delivery] = { total: 0, right: 0 });
    for (const error of errorsOf(client, registryOf)) {
      errors.total += 1;
      const why = await problemOfError(client, operations[0], error, stub, NumericValue);
      if (why === undefined) errors.right += 1;
      else result.failures.push({ what: error.name, delivery, why });
    }
  }
  client.destroy();
  return result;
}

function makeClient(exported, protocol) {
  const [, Client] = Object.entries(exported).find(
    ([name, value]) => /^[A-Z]\w*Client$/.test(name) && typeof value === 'function',
  );
  return new Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIACONFORMANCE00000', secretAccessKey: 'secret' },
    token: { token: 'token' },
    // An endpoint of its own, so that no rule for endpoints looks into a synthetic name.
    endpoint: 'https://service.example.org',
    forcePathStyle: true,
    ...(protocol === undefined ? {} : { protocol }),
    logger: Object.fromEntries(
      ['trace', 'debug', 'info', 'warn', 'error'].map((name) => [name, () => undefined]),
    ),
  });
}

function operationsOf(exported) {
  return Object.entries(exported).flatMap(([name, Command]) =>
    name.endsWith('Command') && !name.startsWith('$') && typeof Command === 'function'
      ? [{ name: name.slice(0, -'Command'.length), Command }]
      : [],
  );
}

/** Why what comes back is not what was given, for the first variant that is so. */
async function problemOfOutput(service, client, { Command }, stub, NumericValue) {
  const [, , , , input, output] = new Command({}).schema;
  const variants = Math.max(variantsOf(output), exceptionsIn(output).length);
  for (let variant = 0; variant < variants; variant += 1) {
    const sent = inputOf(input, NumericValue);
    const made = synthesize(output, { variant, NumericValue }) ?? {};
    const given = asSdkChecks(service, made, sent, streamOf(output));
    const events = eventsOf(output);
    try {
      stub(client).on(Command).resolves(given);
      const received = await client.send(new Command(sent));
      const problem = difference(given, await read(received, output, events));
      if (problem !== undefined) return `variant ${variant}: ${problem}`;
      const broken =
        events && (await problemOfException(client, { Command }, variant, stub, NumericValue));
      if (broken !== undefined) return broken;
    } catch (error) {
      return `variant ${variant}: ${String(error?.stack ?? error)}`;
    }
  }
  return undefined;
}

/** Exceptions among events end a stream: each is tried by itself. */
async function problemOfException(client, { Command }, variant, stub, NumericValue) {
  const [, , , , input, output] = new Command({}).schema;
  const exceptions = exceptionsIn(output);
  const exception = exceptions[variant];
  if (exception === undefined) return undefined;
  const { name } = eventsOf(output);
  const given = synthesize(exception.schema, { NumericValue }) ?? {};
  stub(client)
    .on(Command)
    .resolves({ ...synthesize(output, { NumericValue }), [name]: [{ [exception.name]: given }] });
  try {
    const received = await client.send(new Command(inputOf(input, NumericValue)));
    for await (const event of received[name])
      return `exception ${exception.name} came as ${JSON.stringify(event)}`;
    return `exception ${exception.name} did not come`;
  } catch (error) {
    return difference(given, membersOf(error, given));
  }
}

function exceptionsIn(output) {
  const events = eventsOf(output);
  if (events === undefined) return [];
  return events.schema[4].flatMap((name, i) => {
    const { schema } = resolve(events.schema[5][i]);
    return schema[0] === -3 ? [{ name, schema }] : [];
  });
}

function inputOf(schema, NumericValue) {
  const input = synthesize(schema, { NumericValue, isInput: true }) ?? {};
  const events = eventsOf(schema);
  if (events !== undefined) input[events.name] = iterable(input[events.name]);
  return input;
}

async function* iterable(events) {
  yield* events;
}

/** What a caller reads of an output: its stream to the end, its events one by one. */
async function read({ $metadata, ...output }, schema, events) {
  if ($metadata === undefined) throw new Error('There is no $metadata.');
  const stream = streamOf(schema);
  if (stream !== undefined && output[stream] !== undefined) {
    output[stream] = await output[stream].transformToByteArray();
  }
  if (events !== undefined) {
    const all = [];
    for await (const event of output[events.name]) all.push(event);
    output[events.name] = all;
  }
  return output;
}

/** The errors that a client models; those from before 3.990 keep them in the SDK's own registry. */
function errorsOf(client, registryOf) {
  const seen = new Map();
  const { errorTypeRegistries, defaultNamespace } = client.config.protocolSettings;
  for (const { exceptions } of errorTypeRegistries ?? [registryOf(defaultNamespace)]) {
    for (const [schema, ErrorClass] of exceptions) {
      if (!schema[1].startsWith('smithy.ts.sdk.synthetic.'))
        seen.set(schema[2], { name: schema[2], schema, ErrorClass });
    }
  }
  return [...seen.values()];
}

async function problemOfError(client, operation, { name, schema, ErrorClass }, stub, NumericValue) {
  const { Command } = operation;
  const [, , , , input] = new Command({}).schema;
  const given = asErrorIsSent(schema, synthesize(schema, { NumericValue }) ?? {}, resolve);
  const { Message, message = Message, ...members } = given;
  try {
    stub(client)
      .on(Command)
      .rejects(name, { ...(message === undefined ? {} : { message }), ...members });
  } catch (error) {
    return String(error?.stack ?? error);
  }
  let received;
  try {
    await client.send(new Command(inputOf(input, NumericValue)));
    return 'it did not reject';
  } catch (error) {
    received = error;
  }
  if (received?.constructor !== ErrorClass) {
    return `expected the class ${ErrorClass.name}, got ${String(received?.stack ?? received)}`;
  }
  const traits = resolve(schema).traits;
  // That of `awsQueryError` is for the query protocol, which no service speaks that has not `httpError` as well.
  const status = traits.httpError;
  if (status !== undefined && received.$metadata.httpStatusCode !== status) {
    return `expected status ${status}, got ${received.$metadata.httpStatusCode}`;
  }
  if (received.$fault !== traits.error)
    return `expected $fault ${traits.error}, got ${received.$fault}`;
  return difference(given, membersOf(received, given));
}

/** The members of an error that it was given. */
function membersOf(error, given) {
  return Object.fromEntries(
    Object.keys(given).map((name) => [
      name,
      error[name] ?? (/^message$/i.test(name) ? error.message : undefined),
    ]),
  );
}

/** Where two values differ, and how; undefined where they are the same. */
export function difference(expected, actual, path = '') {
  const [left, right] = [plain(expected), plain(actual)];
  if (isDeepStrictEqual(left, right)) return undefined;
  if (isContainer(left) && isContainer(right) && Array.isArray(left) === Array.isArray(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const problem = difference(left[key], right[key], `${path}.${key}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  return `${path || 'the whole'}: expected ${show(left)}, got ${show(right)}`;
}

/** A value as it is compared: the SDK's classes for bytes, JSON and decimals as what they hold. */
function plain(value) {
  if (ArrayBuffer.isView(value))
    return `bytes ${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if (value instanceof String) return String(value);
  if (value?.type === 'bigDecimal') return `decimal ${value.string}`;
  return value;
}

function isContainer(value) {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function show(value) {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return `${value}n`;
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}n` : each));
}
