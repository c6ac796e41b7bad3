import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { ANY, exactly, stub, useAwsFixture } from 'aws-sdk-stubber';
import { install } from 'aws-sdk-stubber/jest';
import '../shared/fixtures.js';
import '../shared/named-operations.js';
import '../shared/commands-of-services.js';
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
expect(EC2Client).toHaveNthCallOfOperation(CreateVpcCommand, 1, { CidrBlock: ANY });
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
expect(EC2Client).toHaveSentRequest({
  headers: exactly({ 'content-type': 'text/plain', 'x-amz-date': ANY }),
  query: exactly({}),
});
expect(EC2Client).toHaveSentRequest(exactly({ method: 'PUT', headers: { host: 'a' } }));
// @ts-expect-error: a header is a text
expect(EC2Client).toHaveSentRequest({ headers: exactly({ 'content-length': 5 }) });
expect(network.vpc).toHaveState({ State: 'available' });
expect(network.vpc).not.toExist();
expect(network).toHaveCalledOperation('CreateVpc');
expect(useAwsFixture('account')).toHaveDelivered({ from: useAwsFixture('bucket'), payload: {} });
expect(useAwsFixture('function', { handler: () => undefined })).toHaveBeenInvoked({ a: 1 });
expect(useAwsFixture('function', { handler: () => undefined })).toHaveBeenInvokedTimes(1);
expect(useAwsFixture('table')).toHaveItem({ id: 'a' });
expect(useAwsFixture('table')).toHaveItem({ id: 'a' }, { total: expect.any(Number) });
expect(useAwsFixture('parameters', { '/a': 'x', '/b': { SecureString: 'x' } })).toHaveParameter(
  '/a',
  'x',
);
expect(useAwsFixture('parameters', { '/a': ['x'] })).toHaveParameter('/a', ['x']);
expect(useAwsFixture('queue', { deadLetterQueue: true })).toHaveMessage('text');
expect(useAwsFixture('queue', { messages: [{ id: 1 }] })).toHaveMessage({ id: 1 }, { type: 'a' });
expect(useAwsFixture('queue')).toHaveMessage();
// @ts-expect-error -- a body is a text or what its JSON has
expect(useAwsFixture('queue')).toHaveMessage(1);
expect(useAwsFixture('bus')).toHaveReceivedEvent();
expect(useAwsFixture('bus', { rules: [{ pattern: { source: ['a'] } }] })).toHaveReceivedEvent({
  detail: { id: expect.any(Number) },
});
// @ts-expect-error -- an event is an object
expect(useAwsFixture('bus')).toHaveReceivedEvent('Order Placed');
expect(useAwsFixture('topic')).toHavePublished({ id: 1 }, { kind: expect.any(String) });
expect(useAwsFixture('topic', { fifo: true })).not.toHavePublished('text');
// @ts-expect-error -- a message is a text or an object
expect(useAwsFixture('topic')).toHavePublished(1);
// @ts-expect-error -- a value has a type that Parameter Store knows
useAwsFixture('parameters', { '/a': { Secret: 'x' } });
expect(useAwsFixture('state-machine', { outcome: { total: 3 } })).toHaveStarted();
expect(
  useAwsFixture('state-machine', {
    outcome: async (input, { task }) => {
      const { token, result } = task({ activity: 'pack', timeoutSeconds: 60 });
      await Promise.resolve([input, token]);
      return result;
    },
  }),
).toHaveStarted({ orderId: 'o-1' });
useAwsFixture('state-machine', { outcome: { error: 'Late', after: 5000 } })
  .resolves()
  .after(1);
// @ts-expect-error -- a machine is of one of two types
useAwsFixture('state-machine', { type: 'FAST' });
expect(useAwsFixture('bucket')).toHaveObject('a.txt');
expect(useAwsFixture('bucket')).toHaveObject('a.txt', new Uint8Array(1));
expect(useAwsFixture('bucket')).toHaveObject('a.json', { total: 3 });
expect(useAwsFixture('bucket')).toHaveObject('a.txt', expect.stringContaining('a'));
// @ts-expect-error -- the key comes first
expect(useAwsFixture('bucket')).toHaveObject({ total: 3 });
// @ts-expect-error -- a state has members
expect(network.vpc).toHaveState('available');

// Names are those of the target's service: shared/named-operations.ts registers EC2.
expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: expect.any(String) });
expect(new EC2Client({})).toHaveCalledOperationTimes('CreateVpc', 2, { CidrBlock: ANY });
expect(stub(EC2Client)).toHaveNthCalledOperation(1, 'CreateVpc', { CidrBlock: ANY });
expect('EC2' as const).toHaveLastCalledOperation('CreateVpc', { CidrBlock: ANY });
expect(EC2Client).toHaveCalledOnlyOperations([
  'CreateVpc',
  CreateSubnetCommand,
  ['CreateSubnet'],
  ['CreateSubnet', { VpcId: 'vpc-1' }],
  [CreateSubnetCommand, { VpcId: ANY }],
]);
expect(SNSClient).toHaveCalledOperation('Publishes', { Topic: 'a' });
expect(SNSClient).toHaveCalledOperationsInOrder(['Publishes', ['Publishes', { Topic: 'a' }]]);
expect(stub()).toHaveCalledOperation('Publishes', { Topic: 'a' });
// @ts-expect-error -- no operation of EC2
expect(EC2Client).toHaveCalledOperation('CreateVpcs');
// @ts-expect-error -- no operation of EC2
expect(EC2Client).not.toHaveCalledOperationOnce('CreateVpcs');
// @ts-expect-error -- no operation of EC2
expect(stub(EC2Client)).toHaveCalledOperationTimes('CreateVpcs', 1);
// @ts-expect-error -- no operation of EC2
expect(new EC2Client({})).toHaveNthCalledOperation(1, 'CreateVpcs');
// @ts-expect-error -- the number comes after the operation
expect(EC2Client).toHaveNthCallOfOperation(1, CreateVpcCommand);
// @ts-expect-error -- a misspelt parameter
expect('EC2' as const).toHaveLastCalledOperation('CreateVpc', { CidrBlok: ANY });
// @ts-expect-error -- no operation of EC2
expect(EC2Client).toHaveCalledOperationsInOrder(['CreateSubnet', 'CreateVpcs']);
// @ts-expect-error -- no operation of EC2
expect(EC2Client).toHaveCalledOnlyOperations([['CreateVpcs']]);
// @ts-expect-error -- a misspelt parameter in a list
expect(EC2Client).toHaveCalledOperationsInOrder(['CreateVpc', ['CreateVpc', { CidrBlok: ANY }]]);
// @ts-expect-error -- a wrong type in a list, after a command class
expect(EC2Client).toHaveCalledOnlyOperations([[CreateSubnetCommand, { VpcId: 1 }]]);
// @ts-expect-error -- a command of another service
expect(EC2Client).toHaveCalledOperation(GetObjectCommand);
// @ts-expect-error -- a command of another service
expect(new EC2Client({})).not.toHaveCalledOperationTimes(GetObjectCommand, 1);
// @ts-expect-error -- a command of another service
expect(EC2Client).toHaveNthCallOfOperation(GetObjectCommand, 1);
// @ts-expect-error -- a command of another service in a list
expect(EC2Client).toHaveCalledOperationsInOrder([CreateVpcCommand, GetObjectCommand]);
// @ts-expect-error -- a command of another service in a list
expect(EC2Client).toHaveCalledOnlyOperations([[GetObjectCommand]]);
expect(stub()).toHaveCalledOperationsInOrder([CreateVpcCommand, GetObjectCommand]);
