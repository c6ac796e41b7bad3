import {
  CreateInternetGatewayCommand,
  CreateSubnetCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';

import { buildNetwork } from '../src/build-network.js';
import { failureOf } from '../test/failure-of.js';
import { befriendAws } from '../test/friendly-aws.js';

const plan = { name: 'shop', cidrBlock: '10.0.0.0/16', zones: 1, bucket: 'manifests' };

describe('undo', () => {
  beforeEach(befriendAws);

  test('removes what was built, the latest part first', async () => {
    const ec2 = stub(EC2Client);
    ec2.on(CreateInternetGatewayCommand).rejects('InternetGatewayLimitExceeded');
    ec2.expects(DeleteSubnetCommand, { SubnetId: 'subnet-2' });
    ec2.expects(DeleteSubnetCommand, { SubnetId: 'subnet-1' });
    ec2.expects(DeleteVpcCommand, { VpcId: 'vpc-1' });

    const { message, cause } = await failureOf(buildNetwork(plan));

    expect(message).toContain('undone: subnet subnet-2, subnet subnet-1, VPC vpc-1');
    expect(cause).toBeAwsError('InternetGatewayLimitExceeded');
    expect(S3Client).not.toHaveCalledOperation('PutObject');
  });

  test('goes on after a part that stays', async () => {
    stub(EC2Client)
      .on(CreateSubnetCommand, { CidrBlock: '10.0.128.0/17' })
      .rejects('InvalidSubnet.Conflict')
      .on(DeleteSubnetCommand)
      .rejects('UnauthorizedOperation', { message: 'You may not.' })
      .on(DeleteVpcCommand)
      .resolves();

    await expect(buildNetwork(plan)).rejects.toThrow(
      'undone: VPC vpc-1\n' +
        'could not be undone, remove by hand: subnet subnet-1 (UnauthorizedOperation: You may not.)',
    );

    expect(EC2Client).toHaveCalledOperationsInOrder([
      [DeleteSubnetCommand, { SubnetId: 'subnet-1' }],
      [DeleteVpcCommand, { VpcId: 'vpc-1' }],
    ]);
  });
});
