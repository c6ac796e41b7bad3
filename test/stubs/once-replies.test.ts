import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, test } from 'vitest';
import { exactly, stub } from '../../src/index.js';

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
    ec2.on('CreateVpc', {}).resolvesOnce({ Vpc: { VpcId: 'vpc-3' } });
    expect(await vpcs(3)).toEqual(['vpc-1', 'vpc-2', 'vpc-3']);
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

  test('also with others written in between, and is the latest then', async () => {
    const ec2 = stub(EC2Client, { unstubbed: 'empty' });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'first' } });
    ec2.on('CreateVpc', { CidrBlock: '10.1.0.0/16' }).resolves({ Vpc: { VpcId: 'between' } });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'second' } });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'third' } });
    expect(await vpcs(2)).toEqual(['first', 'second']);
    expect(await vpc('10.1.0.0/16')).toBe('third');
    expect(await vpc('10.1.0.0/16')).toBe('between');
  });

  test('where an equal matcher of the runner, or exactly the same, is expected', async () => {
    const ec2 = stub(EC2Client);
    for (const VpcId of ['vpc-1', 'vpc-2']) {
      const CidrBlock: unknown = expect.stringMatching(/^10/);
      ec2.on('CreateVpc', { CidrBlock }).resolvesOnce({ Vpc: { VpcId } });
    }
    expect(await vpcs(2)).toEqual(['vpc-1', 'vpc-2']);
    for (const VpcId of ['vpc-3', 'vpc-4']) {
      const params = { CidrBlock: expect.any(String) as unknown, TagSpecifications: undefined };
      ec2.on('CreateVpc', exactly(params)).resolvesOnce({ Vpc: { VpcId } });
    }
    expect(await vpcs(2)).toEqual(['vpc-3', 'vpc-4']);
  });

  test('but not with parameters that only look the same', async () => {
    const one = { asymmetricMatch: () => true };
    const other = { asymmetricMatch: () => true };
    const ec2 = stub(EC2Client);
    ec2.on('CreateVpc', { CidrBlock: one }).resolvesOnce({ Vpc: { VpcId: 'own matcher' } });
    ec2.on('CreateVpc', { CidrBlock: other }).resolvesOnce({ Vpc: { VpcId: 'other matcher' } });
    ec2.on('CreateVpc', { DryRun: undefined }).resolvesOnce({ Vpc: { VpcId: 'absent' } });
    ec2.on('CreateVpc', exactly({})).resolves({ Vpc: { VpcId: 'nothing' } });
    ec2.on('CreateVpc', {}).resolvesOnce({ Vpc: { VpcId: 'anything' } });
    expect(await vpcs(4)).toEqual(['anything', 'absent', 'other matcher', 'own matcher']);
  });
});

describe('once-replies written apart', () => {
  test('stand before a stub that has a reply for all further calls', async () => {
    const ec2 = stub(EC2Client);
    ec2
      .on('CreateVpc')
      .resolvesOnce({ Vpc: { VpcId: 'before' } })
      .resolves({ Vpc: { VpcId: 'always' } });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    ec2.on('CreateVpc').resolvesOnce({ Vpc: { VpcId: 'vpc-2' } });
    expect(await vpcs(5)).toEqual(['vpc-1', 'vpc-2', 'before', 'always', 'always']);
  });

  test('stand before a stub without replies, which answers with empty outputs', async () => {
    stub(EC2Client).on('CreateVpc');
    stub(EC2Client)
      .on('CreateVpc')
      .resolvesOnce({ Vpc: { VpcId: 'vpc-1' } });
    expect(await vpcs(2)).toEqual(['vpc-1', undefined]);
  });
});

describe('a reply for all further calls, written again', () => {
  beforeEach(() => {
    stub(EC2Client)
      .on('CreateVpc')
      .resolvesOnce({ Vpc: { VpcId: 'queued 1' } })
      .resolvesOnce({ Vpc: { VpcId: 'queued 2' } })
      .resolves({ Vpc: { VpcId: 'default' } });
  });

  test('takes the place of all that a beforeEach queued', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand)
      .resolves({ Vpc: { VpcId: 'mine' } });
    expect(await vpcs(2)).toEqual(['mine', 'mine']);
  });

  test('as an error, a function, or pages', async () => {
    stub(EC2Client).on('CreateVpc').rejects('VpcLimitExceeded');
    await expect(vpc()).rejects.toBeAwsError('VpcLimitExceeded');
    stub(EC2Client)
      .on('CreateVpc')
      .answers(({ CidrBlock }) => ({ Vpc: { VpcId: CidrBlock } }));
    expect(await vpcs(2)).toEqual(['10.0.0.0/16', '10.0.0.0/16']);
    const describe = async () => (await client.send(new DescribeVpcsCommand({}))).Vpcs;
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesOnce({ Vpcs: [{ VpcId: 'once' }] });
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesPages([{ Vpcs: [{ VpcId: 'page' }] }]);
    expect(await describe()).toMatchObject([{ VpcId: 'page' }]);
  });

  test('takes the place of a queue that was partly used', async () => {
    expect(await vpcs(1)).toEqual(['queued 1']);
    stub('EC2')
      .on('CreateVpc', {})
      .resolves({ Vpc: { VpcId: 'mine' } });
    expect(await vpcs(2)).toEqual(['mine', 'mine']);
  });

  test('leaves the once-replies that stand before it in its own chain, and no others', async () => {
    stub(EC2Client)
      .on('CreateVpc')
      .resolvesOnce({ Vpc: { VpcId: 'mine' } })
      .resolves({ Vpc: { VpcId: 'mine, always' } });
    expect(await vpcs(2)).toEqual(['mine', 'mine, always']);
  });

  test('leaves them also where they continued a queue', async () => {
    const ec2 = stub(EC2Client);
    ec2.on('CreateVpc', { DryRun: false }).resolvesOnce({ Vpc: { VpcId: 'queued' } });
    ec2
      .on('CreateVpc', { DryRun: false })
      .resolvesOnce({ Vpc: { VpcId: 'mine' } })
      .resolves({ Vpc: { VpcId: 'mine, always' } });
    const send = async () =>
      (await client.send(new CreateVpcCommand({ DryRun: false }))).Vpc?.VpcId;
    expect([await send(), await send()]).toEqual(['mine', 'mine, always']);
  });

  test('hides narrower stubs that were written before it, and no later ones', async () => {
    const ec2 = stub(EC2Client);
    ec2.on('CreateVpc', { CidrBlock: '10.1.0.0/16' }).resolves({ Vpc: { VpcId: 'narrow' } });
    ec2.on('CreateVpc').resolves({ Vpc: { VpcId: 'wide' } });
    expect(await vpc('10.1.0.0/16')).toBe('wide');
    ec2.on('CreateVpc', { CidrBlock: '10.1.0.0/16' }).resolves({ Vpc: { VpcId: 'narrow again' } });
    expect(await vpc('10.1.0.0/16')).toBe('narrow again');
    expect(await vpc()).toBe('wide');
  });

  test('through the stub that was kept counts as written again', async () => {
    const kept = stub(EC2Client)
      .on('CreateVpc')
      .resolves({ Vpc: { VpcId: 'kept' } });
    stub(EC2Client)
      .on('CreateVpc')
      .resolves({ Vpc: { VpcId: 'mine' } });
    expect(await vpc()).toBe('mine');
    kept.resolvesOnce({ Vpc: { VpcId: 'kept, once' } });
    expect(await vpcs(2)).toEqual(['kept, once', 'mine']);
    kept.resolves({ Vpc: { VpcId: 'kept, always' } });
    expect(await vpcs(2)).toEqual(['kept, always', 'kept, always']);
  });
});
