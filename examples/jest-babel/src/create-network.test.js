import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { stub } from 'aws-sdk-stubber';
import { createNetwork } from './create-network';

test('creates the VPC', async () => {
  stub(EC2Client)
    .on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' })
    .resolves({ Vpc: { VpcId: 'vpc-1' } });

  expect(await createNetwork('10.0.0.0/16')).toBe('vpc-1');
  expect(EC2Client).toHaveCalledOperationOnce('CreateVpc', { CidrBlock: '10.0.0.0/16' });
});

test('hands on what AWS refuses', async () => {
  stub(EC2Client).on(CreateVpcCommand).rejects('VpcLimitExceeded');

  await expect(createNetwork('10.0.0.0/16')).rejects.toBeAwsError('VpcLimitExceeded');
});
