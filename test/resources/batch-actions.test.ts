import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';
import { batch, resource } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const ec2 = resource(new EC2Client({}));
const bucket = resource(new S3Client({})).Bucket('b');

describe('a batch action of a collection', () => {
  test('makes a request a page', async () => {
    stub(S3Client)
      .on('ListObjects')
      .resolvesOnce({ IsTruncated: true, Contents: [{ Key: 'a' }, { Key: 'b' }] })
      .resolves({ Contents: [{ Key: 'c' }] });
    stub(S3Client)
      .on('DeleteObjects')
      .resolves({ Deleted: [{ Key: 'x' }] });

    const outputs = await bucket.objects.all().delete();

    expect(outputs).toHaveLength(2);
    expect(
      stub(S3Client)
        .calls('DeleteObjects')
        .map((call): unknown => call.input),
    ).toEqual([
      { Bucket: 'b', Delete: { Objects: [{ Key: 'a' }, { Key: 'b' }] } },
      { Bucket: 'b', Delete: { Objects: [{ Key: 'c' }] } },
    ]);
  });

  test('goes on after an empty page', async () => {
    stub(S3Client)
      .on('ListObjects')
      .resolvesOnce({ IsTruncated: true, NextMarker: 'm', Contents: [] })
      .resolves({ Contents: [{ Key: 'c' }] });
    stub(S3Client).on('DeleteObjects').resolves({});

    await bucket.objects.delete();

    expect(S3Client).toHaveCalledOperationOnce('DeleteObjects');
  });

  test('calls nothing where there is nothing', async () => {
    stub(S3Client).on('ListObjects').resolves({});

    expect(await bucket.objects.delete()).toEqual([]);
  });

  test('acts on what the collection was narrowed to, with the caller’s parameters', async () => {
    stub(EC2Client)
      .on('DescribeInstances')
      .resolves({ Reservations: [{ Instances: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }] }] });
    stub(EC2Client).on('TerminateInstances').resolves({});

    await ec2.instances
      .filter({ Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] })
      .limit(1)
      .terminate({ DryRun: true });

    expect(EC2Client).toHaveLastCalledOperation('TerminateInstances', {
      InstanceIds: ['i-1'],
      DryRun: true,
    });
  });

  test('keeps the resources where the caller adds to the structure that they stand in', async () => {
    stub(S3Client)
      .on('ListObjectVersions')
      .resolves({ Versions: [{ Key: 'k', VersionId: 'v' }] });
    stub(S3Client).on('DeleteObjects').resolves({});

    await bucket.objectVersions.delete({ Delete: { Quiet: true } });

    expect(S3Client).toHaveCalledOperation('DeleteObjects', {
      Bucket: 'b',
      Delete: { Quiet: true, Objects: [{ Key: 'k', VersionId: 'v' }] },
    });
  });
});

describe('batch(list)', () => {
  test('acts on resources at hand in one request', async () => {
    stub(SQSClient)
      .on('ReceiveMessage')
      .resolves({
        Messages: [
          { MessageId: 'm-1', ReceiptHandle: 'r-1' },
          { MessageId: 'm-2', ReceiptHandle: 'r-2' },
        ],
      });
    stub(SQSClient).on('DeleteMessageBatch').resolves({ Successful: [], Failed: [] });
    const messages = await resource('sqs').Queue('https://queue').receiveMessages();

    await batch(messages).delete();

    expect(SQSClient).toHaveCalledOperation('DeleteMessageBatch', {
      QueueUrl: 'https://queue',
      Entries: [
        { Id: 'm-1', ReceiptHandle: 'r-1' },
        { Id: 'm-2', ReceiptHandle: 'r-2' },
      ],
    });
  });

  test('puts what belongs together into one entry', async () => {
    stub(EC2Client).on('CreateTags').resolves();
    stub(EC2Client).on('DeleteTags').resolves();
    const tags = await ec2.Vpc('vpc-1').createTags({
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    });

    await batch(tags).delete();

    expect(EC2Client).toHaveCalledOperation('DeleteTags', {
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    });
  });

  test('refuses what one request cannot name', async () => {
    const s3 = resource(new S3Client({}));
    const objects = [s3.Bucket('a').Object('k'), s3.Bucket('b').Object('k')];
    const summaries = [s3.ObjectSummary('a', 'k'), s3.ObjectSummary('b', 'k')];

    for (const list of [objects, summaries]) {
      const actions = batch(list as typeof summaries);
      expect(await messageOf(actions.delete())).toBe(
        'WrongUseError: A batch action makes one request, with one Bucket, but the resources have "a" and "b".',
      );
    }
    expect(S3Client).not.toHaveCalledAnyOperation();
  });

  test('says what it takes', async () => {
    expect(await messageOf(() => batch([]))).toContain('a list of resources that is not empty');
    expect(await messageOf(() => batch([{ id: 'i-1' }]))).toContain('a list of resources');
    expect(await messageOf(() => batch([ec2.Instance('i-1'), bucket]))).toBe(
      'WrongUseError: batch() takes resources of one kind, but got ec2.Instance(id="i-1") and ' +
        's3.Bucket(name="b").',
    );
    const another = resource(new EC2Client({})).Instance('i-2');
    expect(await messageOf(() => batch([ec2.Instance('i-1'), another]))).toBe(
      'WrongUseError: batch() makes one request, so it takes resources of one client, but ' +
        'ec2.Instance(id="i-1") and ec2.Instance(id="i-2") have two.',
    );
    expect(await messageOf(() => batch([ec2.Vpc('vpc-1')]))).toBe(
      'WrongUseError: ec2.Vpc has no batch actions.',
    );
  });
});

describe('more than one request takes', () => {
  test('of messages are sent ten by ten, with one answer', async () => {
    stub(SQSClient)
      .on(DeleteMessageBatchCommand)
      .answers(({ Entries = [] }) => ({
        Successful: Entries.map(({ Id }) => ({ Id })),
        Failed: [],
      }));
    const ids = Array.from({ length: 12 }, (_, i) => String(i));
    stub(SQSClient)
      .on('ReceiveMessage')
      .resolves({ Messages: ids.map((id) => ({ MessageId: id, ReceiptHandle: `r-${id}` })) });
    const messages = await resource('sqs').Queue('https://queue').receiveMessages();

    const { Successful } = await batch(messages).delete();

    expect(Successful?.map((each) => each.Id)).toEqual(ids);
    const sizes = stub(SQSClient)
      .calls('DeleteMessageBatch')
      .map(({ input }) => (input as { Entries?: object[] }).Entries?.length);
    expect(sizes).toEqual([10, 2]);
  });
});
