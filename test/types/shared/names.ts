// Operations by name: typed where the service is registered, any text elsewhere.
import 'aws-sdk-stubber/services/ec2';
import 'aws-sdk-stubber/services/lib-dynamodb';
import 'aws-sdk-stubber/services/s3';
import 'aws-sdk-stubber/services/s3-control';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2, EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocument, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ANY, exactly, stub, Stubber } from 'aws-sdk-stubber';

// A target by class, aggregated class, client, service id, or as a stub of one.
stub(EC2Client)
  .on('CreateVpc', { CidrBlock: '10.0.0.0/16' })
  .resolves({ Vpc: { VpcId: 'vpc-1' } });
stub(EC2).expects('CreateVpc', exactly({ CidrBlock: ANY }));
stub(new EC2Client({})).on('CreateVpc', { CidrBlock: ANY });
stub('EC2').on('CreateVpc').resolves({ Vpc: {} });
stub(stub(EC2Client)).on('CreateVpc');
stub(S3Client).on('GetObject').resolves({ Body: 'a body' });
// @ts-expect-error -- no such operation
stub(EC2Client).on('CreateVpcc');
// @ts-expect-error -- no such operation
stub(new EC2({})).on('CreateVpcc');
// @ts-expect-error -- no such operation
stub('EC2').on('CreateVpcc');
// @ts-expect-error -- of another service
stub(S3Client).on('CreateVpc');
// @ts-expect-error -- no such parameter
stub(EC2Client).on('CreateVpc', { CidrBlok: '10.0.0.0/16' });
// @ts-expect-error -- no such member of the output
stub(EC2Client).on('CreateVpc').resolves({ Vpcc: {} });
// @ts-expect-error -- no such member of the output
stub('ec2').on('CreateVpc').resolves({ Vpcc: {} });

// Functions get the operation's input.
stub(EC2Client)
  .on('CreateVpc')
  .answers(({ CidrBlock }) => ({ Vpc: { CidrBlock } }));
stub(EC2Client)
  .on('CreateVpc')
  // @ts-expect-error -- no such parameter
  .answers(({ CidrBlok }) => ({ Vpc: { CidrBlock: CidrBlok } }));

// Calls have the operation's input.
const cidrBlock: string | undefined = stub(EC2Client).calls('CreateVpc')[0]?.input.CidrBlock;
// @ts-expect-error -- no such operation
stub(EC2Client).calls('CreateVpcc');

// A document client takes lib-dynamodb's names and AWS's, with plain values.
stub(DynamoDBDocumentClient).on('Get', { Key: { id: 1 } });
stub(DynamoDBDocument)
  .on('GetItem', { Key: { id: 1 } })
  .resolves({ Item: { id: 1 } });
stub(DynamoDBDocument).on('CreateTable', { TableName: 'users' });
stub(DynamoDBClient).on('GetItem', { Key: { id: { S: '1' } } });
// @ts-expect-error -- the plain client takes attribute values
stub(DynamoDBClient).on('GetItem', { Key: { id: 1 } });
// @ts-expect-error -- the plain client's is GetItem
stub(DynamoDBClient).on('Get');
// @ts-expect-error -- no such parameter
stub(DynamoDBDocument).on('Get', { Keyy: { id: 1 } });

// botocore's Stubber
new Stubber(new EC2Client({}))
  .addResponse('CreateVpc', { Vpc: { VpcId: 'vpc-1' } }, { CidrBlock: ANY })
  .addClientError('CreateVpc', { expectedParams: { CidrBlock: ANY } });
// @ts-expect-error -- no such operation
new Stubber(EC2Client).addResponse('CreateVpcc');
// @ts-expect-error -- no such member of the output
new Stubber('EC2').addResponse('CreateVpc', { Vpcc: {} });
// @ts-expect-error -- no such parameter
new Stubber(EC2Client).addClientError('CreateVpc', { expectedParams: { CidrBlok: ANY } });

// A service that is not registered, and every client, take any text.
stub(SNSClient).on('Publish', { Message: 'hello' }).resolves({ MessageId: '1' });
stub('SNS').on('Publish', { Message: 'hello' });
stub().on('Publish').resolves({ MessageId: '1' });
declare const anyStubber: Stubber;
anyStubber.addResponse('Publish', { MessageId: '1' });

export { cidrBlock };
