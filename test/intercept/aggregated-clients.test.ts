import { EC2, EC2Client } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

describe('DESIGN: aggregated clients', () => {
  test('call operations as methods', async () => {
    stub(EC2Client)
      .on('CreateVpc', { CidrBlock: '10.0.0.0/16' })
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    const ec2 = new EC2({});
    const { Vpc } = await ec2.createVpc({ CidrBlock: '10.0.0.0/16' });
    expect(Vpc?.VpcId).toBe('vpc-1');
    expect(ec2).toHaveCalledOperationOnce('CreateVpc', { CidrBlock: '10.0.0.0/16' });
  });

  test('call operations without an input', async () => {
    stub('S3')
      .on('ListBuckets')
      .resolves({ Buckets: [{ Name: 'docs' }] });
    const { Buckets } = await new S3({}).listBuckets();
    expect(Buckets).toEqual([{ Name: 'docs' }]);
  });

  test('call back', async () => {
    stub(EC2)
      .on('CreateVpc')
      .resolves({ Vpc: { VpcId: 'vpc-1' } });
    const vpcId = await new Promise((resolve, reject) => {
      new EC2({}).createVpc({ CidrBlock: '10.0.0.0/16' }, (error: unknown, output) => {
        if (error) reject(new Error('The call was refused.', { cause: error }));
        else resolve(output?.Vpc?.VpcId);
      });
    });
    expect(vpcId).toBe('vpc-1');
  });

  test('wait and page as methods', async () => {
    stub(EC2)
      .on('DescribeVpcs')
      .resolvesOnce({ Vpcs: [{ State: 'pending' }] })
      .resolves({ Vpcs: [{ VpcId: 'vpc-1', State: 'available' }] });
    const ec2 = new EC2({});
    const waited = await ec2.waitUntilVpcAvailable({ VpcIds: ['vpc-1'] }, { maxWaitTime: 60 });
    expect(waited.state).toBe('SUCCESS');
    const found: unknown[] = [];
    for await (const { Vpcs } of ec2.paginateDescribeVpcs({})) found.push(...(Vpcs ?? []));
    expect(found).toEqual([{ VpcId: 'vpc-1', State: 'available' }]);
  });
});
