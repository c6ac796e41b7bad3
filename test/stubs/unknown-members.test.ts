import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  DeleteObjectsCommand,
  GetBucketAclCommand,
  GetObjectTaggingCommand,
  ListPartsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { configure, InvalidInputError, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const send = () =>
  new EC2Client({}).send(new DescribeVpcsCommand({ MaxResults: 5, database: 'd' } as object));

/** What must be refused, and so fails its test. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  const message = await messageOf(call);
  expect(currentScope().violations.splice(0)).toEqual([expect.any(InvalidInputError)]);
  return message;
}

test('unknown members of an input are refused, and the message names the narrow ways out', async () => {
  stub(EC2Client).on('DescribeVpcs').resolves({});
  expect(await refusalOf(send())).toContain(
    "for this operation: stub(EC2Client, { unknownMembers: { DescribeVpcs: 'drop' } }); " +
      "for this client: stub(EC2Client, { unknownMembers: 'drop' }); for all: configure({ unknownMembers: 'drop' }).",
  );
});

describe('they are let be', () => {
  test('for one stub, one client, or all', async () => {
    stub(EC2Client)
      .on('DescribeVpcs', {}, { unknownMembers: 'drop' })
      .resolvesOnce({ NextToken: 'a' });
    expect((await send()).NextToken).toBe('a');
    stub(EC2Client, { unknownMembers: 'drop' }).on('DescribeVpcs').resolves({ NextToken: 'b' });
    expect((await send()).NextToken).toBe('b');
    configure({ unknownMembers: 'drop' });
    expect((await send()).NextToken).toBe('b');
    expect(() => {
      configure({ unknownMembers: 'dropp' as never });
    }).toThrow("'refuse' or 'drop'");
  });

  test('for some operations of a client, each said by itself, beside what is said of all', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'a' });
    stub(EC2Client, { unknownMembers: { CreateVpc: 'drop' } });
    expect(await refusalOf(send())).toContain('database: no such member');
    stub(EC2Client, { unknownMembers: { DescribeVpcs: 'drop' } });
    stub(EC2Client, { unknownMembers: { DescribeSubnets: 'refuse' } });
    expect((await send()).NextToken).toBe('a');
    configure({ unknownMembers: 'drop' });
    stub(EC2Client, { unknownMembers: { DescribeVpcs: 'refuse' } });
    expect(await refusalOf(send())).toContain('database: no such member');
  });

  test('which are operations of the client, and not said of one stub or of all clients', () => {
    expect(() => stub(EC2Client, { unknownMembers: { DescribeVpc: 'drop' } })).toThrow(
      "stub(EC2Client): EC2Client has no operation 'DescribeVpc'. Did you mean 'DescribeVpcs'?",
    );
    expect(() => {
      configure({ unknownMembers: { DescribeVpcs: 'drop' } });
    }).toThrow(
      "configure(): 'unknownMembers' of some operations is for one client: write stub(EC2Client, { unknownMembers: { DescribeVpcs: 'drop' } }).",
    );
    const given = { unknownMembers: { DescribeVpcs: 'drop' } };
    expect(() => stub(EC2Client).on('DescribeVpcs', {}, given as object)).toThrow(
      "stub(EC2Client).on(): 'unknownMembers' of some operations is for one client",
    );
  });
});

describe('what is handed on as AWS gave it is no error', () => {
  const s3 = new S3Client({});
  const upload = { Bucket: 'b', Key: 'k', UploadId: 'u' };

  test('ListParts’ parts to CompleteMultipartUpload, and they are compared as given', async () => {
    const parts = [{ PartNumber: 1, ETag: '"a"', Size: 5, LastModified: new Date(0) }];
    stub(S3Client).on('ListParts').resolves({ Parts: parts });
    const params = { ...upload, MultipartUpload: { Parts: parts } };
    stub(S3Client).on('CompleteMultipartUpload', params).resolves({ Location: 'there' });
    const { Parts } = await s3.send(new ListPartsCommand(upload));
    const complete = new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } });
    expect((await s3.send(complete)).Location).toBe('there');
    expect(S3Client).toHaveCalledOperation('CompleteMultipartUpload', params);
    expect(S3Client).not.toHaveCalledOperation('CompleteMultipartUpload', {
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag: '"a"' }] },
    });
  });

  test('elements of a list to a list of what names them', async () => {
    stub(S3Client).on('DeleteObjects').resolves({});
    const contents = [{ Key: 'a', Size: 1, ETag: '"a"', StorageClass: 'STANDARD' as const }];
    const versions = [{ Key: 'a', VersionId: 'v', IsLatest: true }];
    for (const Objects of [contents, versions]) {
      await s3.send(new DeleteObjectsCommand({ Bucket: 'b', Delete: { Objects } }));
    }
    expect(S3Client).toHaveCalledOperationTimes('DeleteObjects', 2);
  });

  test('a structure to the one that sets it, on the wire too', async () => {
    stub(LambdaClient, { delivery: 'wire' }).on('UpdateFunctionConfiguration').resolves({});
    const VpcConfig = { SubnetIds: ['s'], SecurityGroupIds: ['g'], VpcId: 'vpc-1' };
    await new LambdaClient({}).send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'f', VpcConfig }),
    );
    expect(LambdaClient).toHaveCalledOperation('UpdateFunctionConfiguration', { VpcConfig });
  });

  test('a description as the input that makes its like', async () => {
    stub(IAMClient).on('CreateRole').resolves({});
    const role = { RoleName: 'r', RoleId: 'AROA1', Path: '/', AssumeRolePolicyDocument: '{}' };
    await new IAMClient({}).send(new CreateRoleCommand(role));
    expect(IAMClient).toHaveCalledOperation('CreateRole', role);
  });

  test('what one operation takes, given whole, with what another takes beside it', async () => {
    stub(S3Client).on('GetObjectTagging').resolves({});
    const whole = {
      Bucket: 'b',
      Key: 'k',
      VersionId: 'v',
      ExpectedBucketOwner: '123456789012',
      RequestPayer: 'requester' as const,
      Range: 'bytes=0-1',
    };
    await s3.send(new GetObjectTaggingCommand(whole));
    expect(
      await refusalOf(s3.send(new GetObjectTaggingCommand({ ...whole, VersionId: undefined }))),
    ).toContain('Range: no such member');
  });

  test.each([
    [
      'a misspelt member',
      () =>
        s3.send(
          new CompleteMultipartUploadCommand({
            ...upload,
            MultipartUpload: { Parts: [{ PartNumber: 1, ETag: '"a"', Sise: 5 } as object] },
          }),
        ),
      'MultipartUpload.Parts[0].Sise: no such member',
    ],
    [
      'a member in another case',
      () =>
        s3.send(
          new DeleteObjectsCommand({
            Bucket: 'b',
            Delete: { Objects: [{ Key: 'a', VersionID: 'v' } as never] },
          }),
        ),
      'Delete.Objects[0].VersionID: no such member',
    ],
    [
      'a member of another structure',
      () =>
        s3.send(
          new CompleteMultipartUploadCommand({
            ...upload,
            MultipartUpload: { Parts: [{ PartNumber: 1, ETag: '"a"', Key: 'k' } as object] },
          }),
        ),
      'MultipartUpload.Parts[0].Key: no such member',
    ],
    [
      'one more of another operation',
      () => s3.send(new AbortMultipartUploadCommand({ ...upload, PartNumber: 1 } as never)),
      'PartNumber: no such member',
    ],
    [
      'what a smaller operation does not take',
      () => s3.send(new GetBucketAclCommand({ Bucket: 'b', Key: 'k' } as never)),
      'Key: no such member',
    ],
    [
      'what an operation of the same thing takes',
      () =>
        new DynamoDBClient({}).send(
          new GetItemCommand({ TableName: 't', Key: {}, UpdateExpression: 'x' } as never),
        ),
      'UpdateExpression: no such member',
    ],
  ])('%s is one all the same', async (_, call, problem) => {
    expect(await refusalOf(call())).toContain(problem);
  });
});
