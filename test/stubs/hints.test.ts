import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { configure, stub, Stubber } from '../../src/index.js';

const createVpc = (ec2 = new EC2Client({})): Promise<unknown> =>
  ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));

/** Without colours and places, which change. */
async function messageOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    // eslint-disable-next-line no-control-regex -- what the runner colours with
    return (error as Error).message.replace(/\x1b\[\d+m/g, '').replace(/:\d+:\d+/g, ':LINE');
  }
  return 'nothing was thrown';
}

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

describe('a Stubber that could have answered', () => {
  test('is named where it is not active', async () => {
    const ec2 = new EC2Client({});
    new Stubber(ec2).addResponse('CreateVpc', {});
    // Told once: this test is not failed for it at its end as well.
    const message = await messageOf(() => createVpc(ec2));
    expect(message).toContain(`
A Stubber of this EC2Client has an answer for this operation, and is not active:

  this EC2Client CreateVpc (any input)
     in test/stubs/hints.test.ts:LINE

Call its activate() before the code under test, or run that in its using(…).
`);
  });

  test('is named where it is of another client', async () => {
    const ec2 = new EC2Client({});
    const stubber = new Stubber(ec2).addResponse('CreateVpc', {}).activate();
    const message = await messageOf(() => createVpc());
    await createVpc(ec2);
    stubber.assertNoPendingResponses();
    expect(message).toContain(`
A Stubber of another EC2Client has an answer for this operation:

  another EC2Client CreateVpc (any input)
     in test/stubs/hints.test.ts:LINE

Make the Stubber of the client that the code under test calls, or of its class.
`);
  });
});

test('an expectation that was met is named at the second call', async () => {
  stub(EC2Client).expects('CreateVpc').resolves({});
  await createVpc();
  expect(await messageOf(() => createVpc())).toContain('was expected once, and that call was made');
});

describe('a matcher on a client that was not called', () => {
  test('names the other client of the same class that was', async () => {
    stub(EC2Client).on('CreateVpc').resolves({});
    await createVpc();
    await createVpc();
    const message = await messageOf(() => {
      expect(new EC2Client({})).toHaveCalledOperation('CreateVpc');
    });
    expect(message).toContain(`No operation was called on this EC2Client.
Called on other clients:
  another EC2Client: CreateVpc ×2`);
  });

  test('names the plain client where the document client was meant', async () => {
    stub(DynamoDBClient).on('GetItem').resolves({});
    const { GetItemCommand } = await import('@aws-sdk/client-dynamodb');
    await new DynamoDBClient({}).send(
      new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } }),
    );
    const message = await messageOf(() => {
      expect(DynamoDBDocumentClient).toHaveCalledOperation(GetCommand);
    });
    expect(message).toContain(`No operation was called on DynamoDBDocumentClient.
Called on other clients:
  DynamoDBClient: GetItem ×1`);
  });

  test('says no more where none was', async () => {
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperation('CreateVpc');
    });
    expect(message).toMatch(/No operation was called on EC2Client\.$/);
  });
});

describe('a command in place of parameters', () => {
  const command = new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }) as never;
  const advice =
    "takes an object of parameters after the operation, not a CreateVpcCommand: write (CreateVpcCommand, { CidrBlock: '10.0.0.0/16' }).";

  test.each([
    ['stub(EC2Client).on()', () => stub(EC2Client).on(CreateVpcCommand, command)],
    ['stub(EC2Client).expects()', () => stub(EC2Client).expects(CreateVpcCommand, command)],
    ['stub(EC2Client).calls()', () => stub(EC2Client).calls(CreateVpcCommand, command)],
    [
      'Stubber.addResponse()',
      () => new Stubber(new EC2Client({})).addResponse(CreateVpcCommand, {}, command),
    ],
    [
      'expect(EC2Client).toHaveCalledOperation()',
      () => {
        expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, command);
      },
    ],
    [
      'expect(EC2Client).toHaveCalledOperation()',
      () => {
        expect(EC2Client).not.toHaveCalledOperation(CreateVpcCommand, command);
      },
    ],
  ])('is called by its name in %s', async (from, write) => {
    expect(await messageOf(write)).toBe(`${from} ${advice}`);
  });
});

test('a third argument that is no object gets the settings that a stub takes', async () => {
  const write = (): unknown => stub(EC2Client).on('CreateVpc', {}, true as never);
  expect(await messageOf(write)).toBe(
    "stub(EC2Client).on() takes settings of this stub after the parameters, such as { delivery: 'wire' }, but got true. " +
      'Parameters that must be the whole input are written exactly({ … }).',
  );
});

describe("an error's code", () => {
  test.each(['NoSuchkey', 'NoSuchKeys', 'NoSuckKey', 'NoSuchKeyException'])(
    "'%s', nearly one of the service's, is questioned",
    async (code) => {
      const write = (): unknown => stub(S3Client).on(GetObjectCommand).rejects(code);
      expect(await messageOf(write)).toBe(
        `stub(S3Client).on().rejects(): there is no error '${code}'. Did you mean 'NoSuchKey'?\n\n` +
          'For a service that is off its model: stub(S3Client, { validate: false }).',
      );
    },
  );

  test.each(['AccessDenied', 'SlowDown', 'NoSuchKey'])('%s is taken', async (code) => {
    stub(S3Client).on(GetObjectCommand).rejects(code);
    const input = { Bucket: 'b', Key: 'k' };
    await expect(new S3Client({}).send(new GetObjectCommand(input))).rejects.toBeAwsError(code);
  });

  test('is taken as it is where validation is off', async () => {
    stub(S3Client, { validate: false }).on(GetObjectCommand).rejects('NoSuchkey');
    const call = new S3Client({}).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
    await expect(call).rejects.toBeAwsError('NoSuchkey');
  });
});

test.each([
  ['onAnyCommand', 'onAnyOperation()'],
  ['callsFake', 'answers((input) => …)'],
  ['commandCalls', 'calls(operation, params)'],
  ['send', 'calls(), or a matcher: expect(client).toHaveCalledOperation(…)'],
  ['mockResolvedValue', 'resolves(output)'],
])('a stub asked for %s says what that is here', async (name, here) => {
  const writer = stub(EC2Client).on('CreateVpc') as unknown as Record<string, unknown>;
  expect(await messageOf(() => writer[name])).toBe(`A stub has no ${name}; here that is ${here}.`);
});

test.each([
  ['a client', { makeRequest: () => undefined, config: {} }],
  ['a document client', { makeServiceRequest: () => undefined, service: {} }],
])('%s of the AWS SDK v2 is called so', async (_kind, client) => {
  expect(await messageOf(() => stub(client))).toBe(
    "stub() takes a client class (EC2Client), a client, a service id ('EC2') or a stub of one, but got " +
      'a client of the AWS SDK v2. This package stubs clients of v3, those of @aws-sdk/client-….',
  );
});

test('a misspelt member of network is named', async () => {
  expect(
    await messageOf(() => {
      configure({ network: { alow: [] } as never });
    }),
  ).toMatch(/ There is no 'alow' in it\. Did you mean 'allow'\?$/);
});
