import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ANY, exactly, stub, useAwsFixture } from 'aws-sdk-stubber';
import { install } from 'aws-sdk-stubber/jest-globals';
import { expect } from '@jest/globals';
import '../shared/fixtures.js';
import '../shared/names.js';
import '../shared/stubs.js';

install();
install({ unstubbed: 'throw' });

expect(EC2Client).toHaveCalledOperation(CreateVpcCommand);
expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, {
  CidrBlock: expect.stringMatching(/^10/),
});
expect(EC2Client).toHaveCalledOperation('CreateVpc', exactly({ CidrBlock: ANY }));
expect(new EC2Client({})).not.toHaveCalledOperation('CreateVpc');
expect('EC2').toHaveCalledOperationTimes(CreateVpcCommand, 2, { CidrBlock: ANY });
expect(stub(EC2Client)).toHaveCalledOperationOnce(CreateVpcCommand);
expect(EC2Client).toHaveNthCalledOperation(1, CreateVpcCommand, { CidrBlock: ANY });
expect(EC2Client).toHaveLastCalledOperation('CreateVpc');
expect(EC2Client).toHaveCalledOperationsInOrder([
  CreateVpcCommand,
  'CreateSubnet',
  [CreateSubnetCommand, { VpcId: 'vpc-1' }],
]);
expect(EC2Client).toHaveCalledOnlyOperations(['CreateVpc']);
expect(EC2Client).toHaveCalledAnyOperation();
expect(EC2Client).toHaveNoPendingStubs();
expect(new Error()).toBeAwsError('NoSuchKey', { message: /none/ });
export const rejection: Promise<void> = expect(Promise.reject(new Error())).rejects.toBeAwsError(
  'NoSuchKey',
  { $metadata: { httpStatusCode: 404 } },
);

// @ts-expect-error -- a misspelt parameter
expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, { CidrBlok: '10.0.0.0/16' });
// @ts-expect-error -- a wrong type
expect(EC2Client).toHaveCalledOperationOnce(CreateVpcCommand, { CidrBlock: 10 });
// @ts-expect-error -- how often is missing
expect(EC2Client).toHaveCalledOperationTimes(CreateVpcCommand, { CidrBlock: ANY });
// @ts-expect-error -- the number comes first
expect(EC2Client).toHaveNthCalledOperation(CreateVpcCommand, 1);
// @ts-expect-error -- no such matcher
expect(EC2Client).toHaveCalledOperations('CreateVpc');
// @ts-expect-error -- takes nothing
expect(EC2Client).toHaveCalledAnyOperation('CreateVpc');
// @ts-expect-error -- a code is a text
expect(new Error()).toBeAwsError(404);

// The state of fixtures.
const network = useAwsFixture('vpc');
expect(network.vpc).toHaveState({ State: 'available' });
expect(network.vpc).not.toExist();
expect(network).toHaveCalledOperation('CreateVpc');
expect(useAwsFixture('bucket')).toHaveObject('a.txt');
expect(useAwsFixture('bucket')).toHaveObject('a.txt', new Uint8Array(1));
expect(useAwsFixture('bucket')).toHaveObject('a.json', { total: 3 });
expect(useAwsFixture('bucket')).toHaveObject('a.txt', expect.stringContaining('a'));
// @ts-expect-error -- the key comes first
expect(useAwsFixture('bucket')).toHaveObject({ total: 3 });
// @ts-expect-error -- a state has members
expect(network.vpc).toHaveState('available');

// Operations by name, as the target's type has them.
expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: expect.any(String) });
expect(new EC2Client({})).not.toHaveCalledOperationTimes('CreateVpc', 2, { CidrBlock: ANY });
expect('EC2').toHaveCalledOperationOnce('CreateVpc');
expect(stub(EC2Client)).toHaveNthCalledOperation(1, 'CreateVpc', { CidrBlock: ANY });
expect(EC2Client).toHaveLastCalledOperation('CreateVpc', exactly({ CidrBlock: ANY }));
expect(EC2Client).toHaveCalledOperationsInOrder([
  'CreateVpc',
  CreateVpcCommand,
  ['CreateSubnet', { VpcId: ANY }],
  [CreateSubnetCommand, { VpcId: ANY }],
]);
expect(stub()).toHaveCalledOperation('Publish', { Message: 'hello' });
// @ts-expect-error -- no such operation
expect(EC2Client).toHaveCalledOperation('CreateVpcc');
// @ts-expect-error -- no such operation
expect(EC2Client).not.toHaveCalledOperationOnce('CreateVpcc');
// To the runner's types the id is some text; a stub of it keeps it.
expect('EC2').toHaveLastCalledOperation('CreateVpcc');
// @ts-expect-error -- no such operation
expect(stub('EC2')).toHaveLastCalledOperation('CreateVpcc');
// @ts-expect-error -- no such parameter
expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlok: ANY });
// @ts-expect-error -- no such parameter
expect(stub(EC2Client)).toHaveNthCalledOperation(1, 'CreateVpc', { CidrBlok: ANY });
// @ts-expect-error -- no such operation in a list
expect(EC2Client).toHaveCalledOnlyOperations(['CreateVpcc']);
// @ts-expect-error -- no such parameter in a list
expect(EC2Client).toHaveCalledOperationsInOrder([['CreateVpc', { CidrBlok: ANY }]]);
