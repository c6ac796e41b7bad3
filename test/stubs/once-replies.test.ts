import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

const client = new EC2Client({});

async function vpc(CidrBlock = '10.0.0.0/16'): Promise<string | undefined> {
  const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock }));
  return Vpc?.VpcId;
}

async function vpcs(calls: number): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (let i = 0; i < calls; i++) found.push(await vpc());
  return found;
}

describe('once-replies', () => {
  test('answer one call each, in the order they were chained; then the reply for all further calls', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .resolvesOnce({ Vpc: { VpcId: 'vpc-1' } })
      .answersOnce(({ CidrBlock }) => ({ Vpc: { VpcId: CidrBlock } }))
      .rejectsOnce('VpcLimitExceeded')
      .resolves({ Vpc: { VpcId: 'vpc-4' } });
    expect(await vpcs(2)).toEqual(['vpc-1', '10.0.0.0/16']);
    await expect(vpc()).rejects.toBeAwsError('VpcLimitExceeded');
    expect(await vpcs(2)).toEqual(['vpc-4', 'vpc-4']);
  });

  test('come first wherever the reply for all calls stands', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .resolves({ Vpc: { VpcId: 'always' } })
      .resolvesOnce({ Vpc: { VpcId: 'once' } });
    expect(await vpcs(3)).toEqual(['once', 'always', 'always']);
  });

  test('may be added after calls were made', async () => {
    const creation = stub(EC2Client)
      .on(CreateVpcCommand)
      .resolves({ Vpc: { VpcId: 'always' } });
    expect(await vpcs(2)).toEqual(['always', 'always']);
    creation.resolvesOnce({ Vpc: { VpcId: 'once' } });
    expect(await vpcs(2)).toEqual(['once', 'always']);
  });

  test('used up leave nothing', async () => {
    stub(EC2Client, { unstubbed: 'throw' })
      .on(CreateVpcCommand)
      .resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    await vpc();
    await expect(vpc()).rejects.toThrow('has given all its replies');
  });

  test('the last of two replies for all calls holds', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .resolves({ Vpc: { VpcId: 'first' } })
      .resolves({ Vpc: { VpcId: 'second' } });
    expect(await vpcs(2)).toEqual(['second', 'second']);
  });

  test('belong to their own call each when calls run in parallel', async () => {
    const creation = stub(EC2Client).on(CreateVpcCommand);
    for (let i = 0; i < 50; i++) creation.resolvesOnce({ Vpc: { VpcId: String(i) } });
    const found = await Promise.all(Array.from({ length: 50 }, () => vpc()));
    expect(found).toEqual(Array.from({ length: 50 }, (_, i) => String(i)));
  });
});

describe('the same stub written again continues its queue', () => {
  test('without params', async () => {
    const ec2 = stub(EC2Client);
    ec2.on(CreateVpcCommand).resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    ec2.on(CreateVpcCommand).resolvesOnce({ Vpc: { VpcId: 'vpc-2' } });
    ec2.on('CreateVpc').resolves({ Vpc: { VpcId: 'vpc-3' } });
    expect(await vpcs(4)).toEqual(['vpc-1', 'vpc-2', 'vpc-3', 'vpc-3']);
  });

  test('with equal params', async () => {
    const ec2 = stub(EC2Client);
    ec2.on('CreateVpc').resolves({ Vpc: { VpcId: 'other' } });
    ec2.on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    ec2.on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolvesOnce({ Vpc: { VpcId: 'vpc-2' } });
    expect(await vpcs(3)).toEqual(['vpc-1', 'vpc-2', 'other']);
  });

  test('from another place, on the same target', async () => {
    stub(EC2Client)
      .on('CreateVpc')
      .resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    stub('EC2')
      .on('CreateVpc')
      .resolvesOnce({ Vpc: { VpcId: 'vpc-2' } });
    expect(await vpcs(2)).toEqual(['vpc-1', 'vpc-2']);
  });

  test('also after all its replies were given', async () => {
    const ec2 = stub(EC2Client, { unstubbed: 'empty' });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    expect(await vpcs(2)).toEqual(['vpc-1', undefined]);
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'vpc-2' } });
    expect(await vpcs(2)).toEqual(['vpc-2', undefined]);
  });

  test('also after all its replies were given, through the stub that was kept', async () => {
    const creation = stub(EC2Client, { unstubbed: 'empty' }).on('CreateVpc');
    creation.resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    expect(await vpcs(2)).toEqual(['vpc-1', undefined]);
    creation.resolvesOnce({ Vpc: { VpcId: 'vpc-2' } });
    expect(await vpcs(2)).toEqual(['vpc-2', undefined]);
  });

  test('but not with other params in between: then it is a new stub', async () => {
    const ec2 = stub(EC2Client, { unstubbed: 'empty' });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'first' } });
    ec2.on('CreateVpc', { CidrBlock: '10.1.0.0/16' }).resolves({ Vpc: { VpcId: 'between' } });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'latest' } });
    expect(await vpcs(2)).toEqual(['latest', 'first']);
    expect(await vpc('10.1.0.0/16')).toBe('between');
  });
});
