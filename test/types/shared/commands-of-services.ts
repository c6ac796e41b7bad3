import { CreateVpcCommand, DescribeVpcsCommand, EC2, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, ListBucketsCommand, S3, S3Client } from '@aws-sdk/client-s3';
import {
  DynamoDB,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocument,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { ListQueuesCommand, SQSClient } from 'sqs-3.600';
import { GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetFunctionCommand as OldGetFunction,
  LambdaClient as OldLambdaClient,
} from 'lambda-3.840';
import { stub, Stubber } from 'aws-sdk-stubber';

class OwnClient extends EC2Client {}
const ec2 = new EC2Client({});
// A command of the service of the target, for every kind of target.
stub(EC2Client).on(CreateVpcCommand);
stub(EC2).on(DescribeVpcsCommand);
stub(ec2).on(CreateVpcCommand);
stub(new EC2({})).expects(CreateVpcCommand, { CidrBlock: '1' });
stub(OwnClient).on(CreateVpcCommand);
stub().on(CreateVpcCommand);
stub().on(GetObjectCommand);
stub('EC2').on(CreateVpcCommand);
stub('S3').on(GetObjectCommand);
stub(S3Client).on(GetObjectCommand).resolves({ Body: 'a' });
stub(S3).on(ListBucketsCommand);
stub(DynamoDBClient).on(GetItemCommand);
stub(DynamoDBClient)
  .on(GetCommand, { Key: { id: 1 } })
  .resolves({ Item: { id: 1 } });
stub(DynamoDB).on(ListTablesCommand);
stub(DynamoDB).on(QueryCommand);
stub(DynamoDBDocumentClient).on(GetCommand);
stub(DynamoDBDocumentClient).on(GetItemCommand);
stub(DynamoDBDocumentClient).on(ListTablesCommand);
stub(DynamoDBDocument).on(QueryCommand);
stub(STSClient).on(GetCallerIdentityCommand);
stub(SNSClient).on(ListTopicsCommand);
stub(SQSClient).on(ListQueuesCommand);
stub(LambdaClient).on(GetFunctionCommand);
stub(OldLambdaClient).on(GetFunctionCommand);
stub(LambdaClient).on(OldGetFunction);
new Stubber(ec2).addResponse(CreateVpcCommand, {});
new Stubber('EC2').addResponse(CreateVpcCommand, {});
// A Stubber of any client, and a client of which nothing is known, take every command.
const anyStubber: Stubber = new Stubber(ec2);
anyStubber.addResponse(GetObjectCommand);
declare const anyClient: any;
stub(anyClient).on(GetObjectCommand);
for (const c of [CreateVpcCommand, DescribeVpcsCommand]) stub(EC2Client).on(c);
stub(EC2Client).calls(CreateVpcCommand)[0]?.input.CidrBlock;
stub(EC2Client, { validate: false }).on(CreateVpcCommand).resolves({ a: 1 });
// @ts-expect-error -- of another service
new Stubber(ec2).addResponse(GetObjectCommand, {});
// @ts-expect-error -- of another service
new Stubber(ec2).addClientError(GetObjectCommand, {});
// @ts-expect-error -- of another service
stub(EC2Client).on(GetObjectCommand);
// @ts-expect-error -- of another service
stub(EC2).on(ListBucketsCommand);
// @ts-expect-error -- of another service
stub(ec2).expects(ListTopicsCommand);
// @ts-expect-error -- of another service
stub(S3Client).on(GetCallerIdentityCommand);
// @ts-expect-error -- of another service
stub(STSClient).on(GetItemCommand);
// @ts-expect-error -- of another service
stub(DynamoDBClient).on(CreateVpcCommand);
// @ts-expect-error -- of another service
stub(DynamoDBDocumentClient).on(GetObjectCommand);
// @ts-expect-error -- of another service
stub(OwnClient).on(GetCommand);
// @ts-expect-error -- of another service
stub(EC2Client).calls(GetObjectCommand);
// @ts-expect-error -- of another service
stub(SQSClient).on(ListTopicsCommand);
// @ts-expect-error -- of another service
stub(SNSClient).on(ListQueuesCommand);
// @ts-expect-error -- of another service
stub(stub(EC2Client)).on(GetObjectCommand);
// @ts-expect-error -- of another service
stub(EC2Client, { validate: false }).on(GetObjectCommand);
