import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';

// As code under test has it: made when its module is loaded, before any test runs.
const ofModule = new EC2Client({});

/** As code under test has it: a client that no test can reach. */
async function createNetwork(): Promise<string | undefined> {
  const hidden = new EC2Client({ region: 'eu-central-1' });
  const { Vpc } = await hidden.send(new CreateVpcCommand({ CidrBlock: '172.16.1.0/24' }));
  return Vpc?.VpcId;
}

describe('every client is caught', () => {
  test('that the code under test builds', async () => {
    stub(EC2Client)
      .on('CreateVpc', { CidrBlock: '172.16.1.0/24' })
      .resolves({ Vpc: { VpcId: 'vpc-a01106c2' } });
    expect(await createNetwork()).toBe('vpc-a01106c2');
    expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: '172.16.1.0/24' });
  });

  test('that was built at module level', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    const { NextToken } = await ofModule.send(new DescribeVpcsCommand({}));
    expect(NextToken).toBe('stubbed');
  });

  test('that was built in the test before its stub', async () => {
    const before = new EC2Client({});
    stub(before).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    const { NextToken } = await before.send(new DescribeVpcsCommand({}));
    expect(NextToken).toBe('stubbed');
  });

  test('that was destroyed', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    const client = new EC2Client({});
    client.destroy();
    const { NextToken } = await client.send(new DescribeVpcsCommand({}));
    expect(NextToken).toBe('stubbed');
  });

  test('whose class overrides send() and calls the SDK’s', async () => {
    const sent: string[] = [];
    class Logged extends EC2Client {
      override send(...args: unknown[]): Promise<never> {
        sent.push((args[0] as object).constructor.name);
        return (super.send as (...given: unknown[]) => Promise<never>).apply(this, args);
      }
    }
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    const output: { NextToken?: string } = await new Logged({}).send(new DescribeVpcsCommand({}));
    expect(output.NextToken).toBe('stubbed');
    expect(sent).toEqual(['DescribeVpcsCommand']);
  });

  test('and its middleware is not run: nothing is on its way to AWS', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({});
    const client = new EC2Client({});
    let runs = 0;
    client.middlewareStack.add(
      (next) => (args) => {
        runs += 1;
        return next(args);
      },
      { step: 'initialize' },
    );
    await client.send(new DescribeVpcsCommand({}));
    expect(runs).toBe(0);
  });
});

describe('DESIGN: no region, no credentials', () => {
  test('none needed: the environment gets a region and dummy keys', async () => {
    const client = new S3Client({});
    expect(await client.config.region()).toBe('us-east-1');
    expect(await client.config.credentials()).toMatchObject({
      accessKeyId: 'AKIASTUBBEREXAMPLE00',
      secretAccessKey: expect.stringContaining('aws-sdk-stubber'),
    });
  });

  test('real profiles are out of reach', () => {
    for (const name of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN']) {
      expect(process.env).not.toHaveProperty(name);
    }
    expect(process.env['AWS_EC2_METADATA_DISABLED']).toBe('true');
    expect(process.env['AWS_CONFIG_FILE']).toMatch(/nonexistent/);
    expect(process.env['AWS_SHARED_CREDENTIALS_FILE']).toMatch(/nonexistent/);
  });
});

describe('what is no command', () => {
  test('is refused by the SDK itself, and is no call', async () => {
    configure({ unstubbed: 'throw' });
    const send = ofModule.send.bind(ofModule) as (command: unknown) => Promise<unknown>;
    await expect(async () => send({ CidrBlock: '10.0.0.0/16' })).rejects.toThrow(TypeError);
    await expect(async () => send(undefined)).rejects.toThrow(TypeError);
    expect(ofModule).not.toHaveCalledAnyOperation();
  });
});
