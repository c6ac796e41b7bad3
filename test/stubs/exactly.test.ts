import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { ANY, configure, exactly, stub } from '../../src/index.js';

const ec2 = new EC2Client({});

beforeEach(() => {
  configure({ unstubbed: 'throw' });
});

describe('exactly(params)', () => {
  test('fits an input with these parameters and no others', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand, exactly({ CidrBlock: '10.0.0.0/16' }))
      .resolves({});
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const more = { CidrBlock: '10.0.0.0/16', DryRun: true };
    await expect(ec2.send(new CreateVpcCommand(more))).rejects.toThrow(
      'takes these parameters and no others',
    );
  });

  test('of nothing fits an empty input only', async () => {
    stub(EC2Client).on(DescribeVpcsCommand, exactly({})).resolves({});
    await ec2.send(new DescribeVpcsCommand({}));
    await expect(ec2.send(new DescribeVpcsCommand({ MaxResults: 5 }))).rejects.toThrow();
  });

  test('holds for all that is inside', async () => {
    const put = (address: object): Promise<unknown> =>
      DynamoDBDocumentClient.from(new DynamoDBClient({})).send(
        new PutCommand({ TableName: 'users', Item: { id: 1, address } }),
      );
    stub(DynamoDBDocumentClient)
      .on(PutCommand, exactly({ TableName: 'users', Item: { id: 1, address: { city: 'Bonn' } } }))
      .resolves({});
    await put({ city: 'Bonn' });
    await expect(put({ city: 'Bonn', zip: '53111' })).rejects.toThrow();
  });

  test('may stand inside parameters that are not exact themselves', async () => {
    const put = (item: object): Promise<unknown> =>
      DynamoDBDocumentClient.from(new DynamoDBClient({})).send(
        new PutCommand({ TableName: 'users', Item: { id: 1, ...item } }),
      );
    stub(DynamoDBDocumentClient)
      .on(PutCommand, { Item: { address: exactly({ city: 'Bonn' }) } })
      .resolves({});
    await put({ address: { city: 'Bonn' }, name: 'Anna' });
    await expect(put({ address: { city: 'Bonn', zip: '53111' } })).rejects.toThrow();
  });

  test('takes matchers inside', async () => {
    stub(EC2Client)
      .on(CreateVpcCommand, exactly({ CidrBlock: ANY, DryRun: expect.any(Boolean) }))
      .resolves({});
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', DryRun: false }));
    await expect(ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))).rejects.toThrow();
  });

  test('keeps the parameters as they were when it was written', async () => {
    const params = { VpcIds: ['vpc-1'] };
    stub(EC2Client).on(DescribeVpcsCommand, exactly(params)).resolves({});
    params.VpcIds.push('vpc-2');
    await expect(ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }))).resolves.toBeDefined();
  });
});
