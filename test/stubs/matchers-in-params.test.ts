import {
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
  type DescribeVpcsCommandInput,
} from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ANY,
  configure,
  exactly,
  stub,
  type AsymmetricMatcher,
  type InputParams,
} from '../../src/index.js';

const ec2 = new EC2Client({});

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

type Vpcs = DescribeVpcsCommandInput;

async function answers(params: InputParams<Vpcs>, input: Vpcs): Promise<boolean> {
  const client = new EC2Client({});
  stub(client).on(DescribeVpcsCommand, params).resolves({});
  return client.send(new DescribeVpcsCommand(input)).then(
    () => true,
    () => false,
  );
}

describe('ANY', () => {
  test('fits every value that is there', async () => {
    expect(await answers({ NextToken: ANY }, { NextToken: 'a' })).toBe(true);
    expect(await answers({ NextToken: ANY }, { NextToken: '' })).toBe(true);
    expect(await answers({ DryRun: ANY }, { DryRun: false })).toBe(true);
    expect(await answers({ VpcIds: ANY }, { VpcIds: [] })).toBe(true);
    expect(await answers({ NextToken: ANY }, {})).toBe(false);
    expect(await answers({ NextToken: ANY }, { NextToken: undefined })).toBe(false);
  });

  test('fits at any depth', async () => {
    const Filters = [{ Name: 'vpc-id', Values: ['vpc-1'] }];
    expect(await answers({ Filters: [{ Name: 'vpc-id', Values: ANY }] }, { Filters })).toBe(true);
    expect(await answers({ Filters: [{ Name: 'state', Values: ANY }] }, { Filters })).toBe(false);
    expect(await answers({ Filters: [ANY] }, { Filters })).toBe(true);
    expect(await answers({ Filters: [ANY, ANY] }, { Filters })).toBe(false);
    expect(await answers({ VpcIds: ['vpc-1', ANY] }, { VpcIds: ['vpc-1', 'vpc-2'] })).toBe(true);
  });

  test('fits a whole input', async () => {
    expect(await answers(ANY, { NextToken: 'a' })).toBe(true);
    expect(await answers(ANY, {})).toBe(true);
  });
});

describe('the runner’s asymmetric matchers', () => {
  test.each<[string, AsymmetricMatcher, string, string]>([
    ['expect.stringContaining', expect.stringContaining('page'), 'page-2', 'side-2'],
    ['expect.stringMatching', expect.stringMatching(/^page-\d$/), 'page-2', 'page-22'],
  ])('%s fits a member', async (_name, matcher, fitting, other) => {
    expect(await answers({ NextToken: matcher }, { NextToken: fitting })).toBe(true);
    expect(await answers({ NextToken: matcher }, { NextToken: other })).toBe(false);
    expect(await answers({ NextToken: matcher }, {})).toBe(false);
  });

  test('expect.any and expect.anything fit what is there', async () => {
    expect(await answers({ MaxResults: expect.any(Number) }, { MaxResults: 5 })).toBe(true);
    expect(await answers({ NextToken: expect.any(String) }, { MaxResults: 5 })).toBe(false);
    expect(await answers({ MaxResults: expect.anything() }, { MaxResults: 5 })).toBe(true);
    expect(await answers({ MaxResults: expect.anything() }, {})).toBe(false);
  });

  test('expect.arrayContaining makes a list partial', async () => {
    const input = { VpcIds: ['vpc-1', 'vpc-2'] };
    expect(await answers({ VpcIds: expect.arrayContaining(['vpc-2']) }, input)).toBe(true);
    expect(await answers({ VpcIds: expect.arrayContaining(['vpc-3']) }, input)).toBe(false);
  });

  test('expect.objectContaining makes an element of a list partial', async () => {
    const Filters = [{ Name: 'vpc-id', Values: ['vpc-1'] }];
    const named = (Name: string) => expect.objectContaining({ Name }) as AsymmetricMatcher;
    expect(await answers({ Filters: [named('vpc-id')] }, { Filters })).toBe(true);
    expect(await answers({ Filters: [named('state')] }, { Filters })).toBe(false);
  });

  test('exactly holds inside them', async () => {
    const Filters = [{ Name: 'vpc-id', Values: ['vpc-1'] }];
    const only = (filter: object) =>
      expect.objectContaining({ Filters: [exactly(filter)] }) as AsymmetricMatcher;
    expect(await answers(only({ Name: 'vpc-id', Values: ANY }), { Filters })).toBe(true);
    expect(await answers(only({ Name: 'vpc-id' }), { Filters })).toBe(false);
  });

  test('expect.objectContaining fits a whole input', async () => {
    const five = expect.objectContaining({ MaxResults: 5 }) as AsymmetricMatcher;
    expect(await answers(five, { MaxResults: 5 })).toBe(true);
    expect(await answers(five, { MaxResults: 6 })).toBe(false);
  });

  test('they hold in expectations, too', async () => {
    stub(EC2Client)
      .expects(CreateVpcCommand, { CidrBlock: expect.stringMatching(/^10\./), DryRun: ANY })
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    const output = await ec2.send(
      new CreateVpcCommand({ CidrBlock: '10.1.0.0/16', DryRun: false }),
    );
    expect(output.Vpc?.VpcId).toBe('vpc-1');
  });
});

describe('a matcher of the user’s own', () => {
  const divisible: AsymmetricMatcher = {
    asymmetricMatch: (value) => typeof value === 'number' && value % 5 === 0,
  };

  test('is anything with asymmetricMatch', async () => {
    expect(await answers({ MaxResults: divisible }, { MaxResults: 10 })).toBe(true);
    expect(await answers({ MaxResults: divisible }, { MaxResults: 11 })).toBe(false);
  });

  test('is shown in messages, whatever else it lacks', async () => {
    stub(EC2Client).on(DescribeVpcsCommand, { MaxResults: divisible }).resolves({});
    await expect(ec2.send(new DescribeVpcsCommand({ MaxResults: 11 }))).rejects.toThrow(
      'No stub answers EC2 DescribeVpcs',
    );
  });
});
