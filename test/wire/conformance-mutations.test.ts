import { NumericValue } from '@smithy/core/serde';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { conform, type Failure } from '../../scripts/conformance/conform.mjs';
import { currentScope } from '../../src/calls/index.js';
import { intercept } from '../../src/intercept/index.js';

type Module = Readonly<Record<string, (...args: never[]) => unknown>>;

/** A module of the encoder with one of its functions made wrong. */
interface Mutation {
  readonly what: string;
  readonly client: string;
  readonly module: string;
  readonly mutate: (original: Module) => object;
}

const MUTATIONS: readonly Mutation[] = [
  {
    what: 'a date of an hour later',
    client: 'client-iam',
    module: 'text.js',
    mutate: ({ scalarText }) => ({
      scalarText: (shape: never, value: unknown, format: never) =>
        scalarText!(
          shape,
          (value instanceof Date ? new Date(value.getTime() + 3_600_000) : value) as never,
          format,
        ),
    }),
  },
  {
    what: 'bytes in hexadecimal digits in place of base64',
    client: 'client-kinesis',
    module: 'text.js',
    mutate: () => ({ toBase64: (bytes: Uint8Array) => Buffer.from(bytes).toString('hex') }),
  },
  {
    what: 'no escape for < in XML',
    client: 'client-sns',
    module: 'xml.js',
    mutate: ({ xmlMembers }) => ({
      xmlMembers: (...args: never[]) => String(xmlMembers!(...args)).replaceAll('&lt;', '<'),
    }),
  },
  {
    what: 'JSON without its last member',
    client: 'client-lambda',
    module: 'json.js',
    mutate: ({ jsonMembers }) => ({
      jsonMembers: (...args: never[]) =>
        Object.fromEntries(Object.entries(jsonMembers!(...args) as object).slice(0, -1)),
    }),
  },
  {
    what: 'a header in capitals',
    client: 'client-s3',
    module: 'headers.js',
    mutate: ({ headerText }) => ({
      headerText: (shape: never, value: never) => String(headerText!(shape, value)).toUpperCase(),
    }),
  },
  {
    what: 'members of the body among the headers',
    client: 'client-s3',
    module: 'output.js',
    mutate: ({ encodeOutput }) => ({
      encodeOutput: (...args: never[]) => ({
        ...(encodeOutput!(...args) as object),
        body: Buffer.alloc(0),
      }),
    }),
  },
  {
    what: 'a status that is no success',
    client: 'client-glacier',
    module: 'output.js',
    mutate: ({ encodeOutput }) => ({
      encodeOutput: (...args: never[]) => ({
        ...(encodeOutput!(...args) as object),
        statusCode: 500,
      }),
    }),
  },
  {
    what: 'events without their payload',
    client: 'client-kinesis',
    module: 'event-stream.js',
    mutate: () => ({
      frames: async function* () {
        // No event at all.
      },
    }),
  },
  {
    what: 'errors by the name of another code',
    client: 'client-iam',
    module: 'error.js',
    mutate: ({ encodeError }) => ({
      encodeError: (error: object, protocol: never) =>
        encodeError!({ ...error, code: 'Other', model: undefined } as never, protocol),
    }),
  },
  {
    what: 'names of EC2’s elements that are not its own',
    client: 'client-ec2',
    module: 'xml.js',
    mutate: ({ xmlMembers }) => ({
      xmlMembers: (...args: never[]) =>
        String(xmlMembers!(...args)).replaceAll(/<(\/?)item>/g, '<$1member>'),
    }),
  },
];

afterEach(() => {
  vi.resetModules();
  for (const { module } of MUTATIONS) vi.doUnmock(`../../src/wire/${module}`);
});

afterAll(() => {
  // The last copy that was loaded answers the calls; the next test file has its own again.
  intercept();
});

test.each(MUTATIONS)('the check finds $what', async ({ client, module, mutate }) => {
  expect(await failuresWith(client)).toEqual([]);
  vi.resetModules();
  vi.doMock(`../../src/wire/${module}`, async (load) => {
    const original = await load<Module>();
    return { ...original, ...mutate(original) };
  });
  expect(await failuresWith(client)).not.toEqual([]);
  // What a wrong encoder breaks counts as the fault of a stub, and would fail this test.
  currentScope().violations.splice(0);
});

/** What fails with the encoder as it is now. */
async function failuresWith(client: string): Promise<readonly Failure[]> {
  const copy = await import('../../src/intercept/index.js');
  copy.intercept();
  const { configure, stub } = await import('../../src/index.js');
  const exported = (await import(`@aws-sdk/${client}`)) as object;
  const result = await conform(client, exported, { stub, configure, NumericValue }, ['direct']);
  return result.failures;
}
