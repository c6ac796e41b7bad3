import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListTablesCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configure, NetworkBlockedError, stub } from '../../src/index.js';

describe('stub(target).passthrough()', () => {
  const asked: (string | string[] | undefined)[] = [];
  /** An emulator on this machine, as far as it is needed. */
  const server = createServer((request, response) => {
    asked.push(request.headers['x-amz-target']);
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify({ TableNames: ['of-the-emulator'] }));
  });
  let endpoint = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });

  afterAll(() => {
    server.close();
  });

  test('lets calls go on to an emulator on this machine, and they are recorded', async () => {
    stub(DynamoDBClient).passthrough();
    const client = new DynamoDBClient({ endpoint });
    const { TableNames } = await client.send(new ListTablesCommand({ Limit: 1 }));
    expect(TableNames).toEqual(['of-the-emulator']);
    expect(asked).toEqual(['DynamoDB_20120810.ListTables']);
    expect(DynamoDBClient).toHaveCalledOperation('ListTables', { Limit: 1 });
    expect(stub(DynamoDBClient).calls()[0]?.output).toMatchObject({ TableNames });
  });

  test('leaves what is stubbed to its stubs', async () => {
    stub(DynamoDBClient)
      .passthrough()
      .on(ListTablesCommand)
      .resolves({ TableNames: ['of-the-stub'] });
    const client = new DynamoDBClient({ endpoint });
    const { TableNames } = await client.send(new ListTablesCommand({}));
    expect(TableNames).toEqual(['of-the-stub']);
  });

  test('does not open the way to AWS, and the error names client, operation and both ways out', async () => {
    configure({ network: { blocked: 'throw' } });
    stub(STSClient).passthrough();
    const client = new STSClient({ region: 'eu-west-1' });
    const error: unknown = await client
      .send(new GetCallerIdentityCommand({}))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NetworkBlockedError);
    expect((error as Error).message).toBe(
      'A connection to sts.eu-west-1.amazonaws.com:443 was blocked: tests reach nothing but this machine. Nothing was sent.\n\n' +
        '  STSClient was at GetCallerIdentity.\n\n' +
        'To answer the call, add to the test:\n\n' +
        "  stub(STSClient).on('GetCallerIdentity').resolves({ /* UserId, Account, Arn */ });\n\n" +
        'To let it through, write in the test, or in a setup file:\n\n' +
        "  configure({ network: { allow: ['sts.eu-west-1.amazonaws.com:443'] } });",
    );
    // The SDK would have tried three times.
    expect((error as { $metadata?: object }).$metadata).toMatchObject({ attempts: 1 });
  });
});

describe('a call that nothing answers, of a client with an endpoint on this machine', () => {
  const advice = (place: string, name: string): string =>
    `\n\nThe endpoint of its client is on this machine: ${place}. To let calls go on to it, write in the test, ` +
    `or in a setup file:\n\n  stub(${name}).passthrough();`;
  const config = { region: 'eu-west-1' };

  test.each<[string, () => Pick<DynamoDBClient, 'send'>, string | undefined]>([
    [
      'a text',
      () => new DynamoDBClient({ endpoint: 'http://localhost:8000' }),
      advice('http://localhost:8000', 'DynamoDBClient'),
    ],
    [
      'an endpoint of the SDK’s',
      () =>
        new DynamoDBClient({
          endpoint: { protocol: 'http:', hostname: '127.0.0.1', port: 4566, path: '/' },
        }),
      advice('http://127.0.0.1:4566', 'DynamoDBClient'),
    ],
    [
      'a function',
      () =>
        new DynamoDBClient({
          endpoint: () => Promise.resolve(new URL('https://[::1]:1')) as never,
        }),
      advice('https://[::1]:1', 'DynamoDBClient'),
    ],
    [
      'that of its document client',
      () => DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: 'http://db.localhost' })),
      advice('http://db.localhost', 'DynamoDBDocumentClient'),
    ],
    ['one elsewhere', () => new DynamoDBClient({ endpoint: 'http://db.example.org' }), undefined],
    ['none', () => new DynamoDBClient(config), undefined],
  ])('says how to let it go on, where the endpoint is %s', async (_, make, expected) => {
    configure({ unstubbed: 'throw' });
    const error: unknown = await make()
      .send(new ListTablesCommand({}))
      .catch((thrown: unknown) => thrown);
    const { message, stack = '' } = error as Error;
    expect(
      message.startsWith('No stub answers DynamoDB ListTables. Nothing was sent to AWS.'),
    ).toBe(true);
    if (expected === undefined) expect(message).not.toContain('passthrough');
    else expect(message.endsWith(expected)).toBe(true);
    expect(stack).toContain(message);
  });

  test('also where a variable of the environment names it, and on the wire', async () => {
    process.env['AWS_ENDPOINT_URL_DYNAMODB'] = 'http://localhost:4566';
    configure({ unstubbed: 'throw', delivery: 'wire' });
    await expect(new DynamoDBClient(config).send(new ListTablesCommand({}))).rejects.toThrow(
      advice('http://localhost:4566', 'DynamoDBClient'),
    );
  });
});
