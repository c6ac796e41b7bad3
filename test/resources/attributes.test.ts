import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { configure, stub, UnstubbedOperationError } from '../../src/index.js';
import { ResourceError, resource } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const ec2 = resource(new EC2Client({}));

describe('get()', () => {
  test('loads when it is needed, and once', async () => {
    stub(EC2Client)
      .on('DescribeVpcs', { VpcIds: ['vpc-1'] })
      .resolves({ Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', State: 'available' }] });
    const vpc = ec2.Vpc('vpc-1');

    expect(await vpc.get('CidrBlock')).toBe('10.0.0.0/16');
    expect(await vpc.get('State')).toBe('available');
    expect(await vpc.get('OwnerId')).toBeUndefined();
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('shares a load with other reads at the same time', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'available', CidrBlock: 'a' }] });
    const vpc = ec2.Vpc('vpc-1');

    expect(await Promise.all([vpc.get('State'), vpc.get('CidrBlock')])).toEqual(['available', 'a']);
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('needs no load for what identifies the resource', async () => {
    expect(await ec2.Vpc('vpc-1').get('VpcId')).toBe('vpc-1');
    expect(EC2Client).not.toHaveCalledAnyOperation();
  });

  test('loads again after a load that failed', async () => {
    const describes = stub(EC2Client).on('DescribeVpcs');
    describes.rejectsOnce('RequestLimitExceeded').resolves({ Vpcs: [{ State: 'available' }] });
    const vpc = ec2.Vpc('vpc-1');

    await expect(vpc.get('State')).rejects.toBeAwsError('RequestLimitExceeded');
    expect(await vpc.get('State')).toBe('available');
  });

  test('takes the name of an attribute', async () => {
    // @ts-expect-error -- no name
    expect(await messageOf(ec2.Vpc('vpc-1').get())).toContain(
      'get() of ec2.Vpc(id="vpc-1") takes the name of an attribute',
    );
  });
});

describe('get() of an attribute that there is not', () => {
  test('names the nearest, and makes no call', async () => {
    expect(await messageOf(ec2.Vpc('vpc-1').get('CidrBlok' as 'CidrBlock'))).toBe(
      `WrongUseError: ec2.Vpc(id="vpc-1") has no attribute 'CidrBlok'. Did you mean 'CidrBlock'?`,
    );
    const s3 = resource(new S3Client({}));
    expect(await messageOf(s3.Object('b', 'k').get('ContentLenght' as 'ContentLength'))).toContain(
      "Did you mean 'ContentLength'?",
    );
    expect(await messageOf(s3.Bucket('b').get('creationDate' as 'CreationDate'))).toContain(
      "Did you mean 'CreationDate'?",
    );
  });

  test('says which there are where none is near, loaded or not, and makes no call', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'available' }] });
    const vpc = ec2.Vpc('vpc-1');
    for (const step of ['first', 'loaded']) {
      if (step === 'loaded') await vpc.load();
      expect(await messageOf(vpc.get('Wavelength' as 'State')), step).toMatch(
        /^WrongUseError: ec2\.Vpc\(id="vpc-1"\) has no attribute 'Wavelength'\. It has BlockPublicAccessStates, CidrBlock, .*, VpcId\.$/,
      );
    }
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('gives what was loaded from a stub that is off the model', async () => {
    stub(EC2Client, { validate: false })
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ Wavelength: 'x' }] });

    const vpc = await ec2.Vpc('vpc-1').load();
    expect(await vpc.get('Wavelength' as 'State')).toBe('x');
  });

  test('is no error for one that AWS left out, of what it listed', async () => {
    stub(S3Client)
      .on('ListObjects')
      .resolves({ Contents: [{ Key: 'k', Size: 1 }] });
    const [summary] = await resource(new S3Client({})).Bucket('b').objects.toArray();

    expect(await summary?.get('Size')).toBe(1);
    expect(await summary?.get('Owner')).toBeUndefined();
  });
});

describe('load() and reload()', () => {
  test('always ask, and give the resource', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolvesOnce({ Vpcs: [{ State: 'pending' }] })
      .resolvesOnce({ Vpcs: [{ State: 'available' }] })
      .resolves({ Vpcs: [] });
    const vpc = ec2.Vpc('vpc-1');

    expect(await vpc.load()).toBe(vpc);
    expect(vpc.data.State).toBe('pending');
    expect(await vpc.reload()).toBe(vpc);
    expect(vpc.data.State).toBe('available');
  });

  test('say that there is no such thing where the answer has none', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] });

    const load = ec2.Vpc('vpc-1').load();

    await expect(load).rejects.toBeInstanceOf(ResourceError);
    expect(await messageOf(load)).toBe(
      'ResourceError: ec2.Vpc(id="vpc-1") is not there: DescribeVpcs answered without Vpcs[0].',
    );
  });

  test('take more parameters of the operation', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'available' }] });
    stub(S3Client).on('HeadObject').resolves({});

    await ec2.Vpc('vpc-1').load({ DryRun: true });
    await resource('s3').Object('b', 'k').reload({ VersionId: 'v1' });

    expect(EC2Client).toHaveCalledOperation('DescribeVpcs', { VpcIds: ['vpc-1'], DryRun: true });
    expect(S3Client).toHaveCalledOperation('HeadObject', { Bucket: 'b', VersionId: 'v1' });
  });

  test('pass the options on to the client', async () => {
    const load = ec2.Vpc('vpc-1').load({}, { abortSignal: AbortSignal.abort() });

    await expect(load).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('find an attribute deep in an answer', async () => {
    stub(EC2Client)
      .on('DescribeInstances', { InstanceIds: ['i-1'] })
      .resolves({ Reservations: [{ Instances: [{ InstanceType: 't3.micro' }] }] });

    expect(await ec2.Instance('i-1').get('InstanceType')).toBe('t3.micro');
  });

  test('take a whole answer, without what the SDK says of the request', async () => {
    stub(SQSClient)
      .on('GetQueueAttributes', { QueueUrl: 'https://queue', AttributeNames: ['All'] })
      .resolves({ Attributes: { VisibilityTimeout: '30' } });
    const queue = await resource('sqs').Queue('https://queue').load();

    expect(queue.data).toEqual({ Attributes: { VisibilityTimeout: '30' } });
  });
});

describe('data', () => {
  test('says before a load how to load', async () => {
    expect(await messageOf(() => ec2.Vpc('vpc-1').data)).toBe(
      'WrongUseError: ec2.Vpc(id="vpc-1") is not loaded: write `await vpc.load()` first, ' +
        "or read one attribute with `await vpc.get('…')`.",
    );
  });

  test('says where a resource comes from that AWS cannot be asked for', async () => {
    const association = ec2.RouteTableAssociation('rtbassoc-1');

    expect(await messageOf(() => association.data)).toContain('take it from where it is listed');
    expect(await messageOf(association.get('SubnetId'))).toBe(
      'WrongUseError: ec2.RouteTableAssociation(id="rtbassoc-1") is not loaded, and its attribute ' +
        'SubnetId needs that. AWS has no operation to load it by itself: ' +
        'take it from where it is listed or created.',
    );
  });
});

describe('a lazy load that nothing answers', () => {
  test('is an error that names the attribute', async () => {
    configure({ unstubbed: 'throw' });
    const reading = ec2.Vpc('vpc-1').get('CidrBlock');

    await expect(reading).rejects.toBeInstanceOf(UnstubbedOperationError);
    expect(await messageOf(reading)).toBe(
      'UnstubbedOperationError: No stub answers EC2 DescribeVpcs. Nothing was sent to AWS.\n' +
        'It was called to load ec2.Vpc(id="vpc-1") for its attribute CidrBlock.\n' +
        '\n' +
        '  EC2Client was called with\n' +
        "    { VpcIds: ['vpc-1'] }\n" +
        '\n' +
        'To answer it, add to the test:\n' +
        '\n' +
        "  stub(EC2Client).on('DescribeVpcs', { VpcIds: ['vpc-1'] }).resolves({ /* NextToken, Vpcs */ });",
    );
  });

  test('shows the same in its stack', async () => {
    configure({ unstubbed: 'throw' });
    const error = await ec2
      .Vpc('vpc-1')
      .get('CidrBlock')
      .catch((each: unknown) => each as Error);

    expect((error as Error).stack).toContain('for its attribute CidrBlock.');
  });

  test('of an error of AWS leaves that as it is', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('InvalidVpcID.NotFound', { message: 'No vpc-1' });

    await expect(ec2.Vpc('vpc-1').get('State')).rejects.toBeAwsError('InvalidVpcID.NotFound', {
      message: 'No vpc-1',
    });
  });
});

describe('an S3 bucket', () => {
  const s3 = resource(new S3Client({}));

  test('finds its attributes in the list of buckets', async () => {
    const CreationDate = new Date('2025-01-01');
    stub(S3Client)
      .on('ListBuckets')
      .resolves({ Buckets: [{ Name: 'a' }, { Name: 'b', CreationDate }] });

    expect(await s3.Bucket('b').get('CreationDate')).toEqual(CreationDate);
  });

  test('has no attributes where it is not in the list, or that may not be seen', async () => {
    stub(S3Client)
      .on('ListBuckets')
      .resolvesOnce({ Buckets: [{ Name: 'a' }] })
      .rejectsOnce('AccessDenied')
      .rejects('InternalError');

    expect((await s3.Bucket('b').load()).data).toEqual({});
    expect(await s3.Bucket('b').get('CreationDate')).toBeUndefined();
    await expect(s3.Bucket('b').load()).rejects.toBeAwsError('InternalError');
  });

  test('has summaries of objects that load by their head, under the names of the list', async () => {
    stub(S3Client)
      .on('ListObjects')
      .resolves({ Contents: [{ Key: 'k', Size: 3 }] });
    stub(S3Client)
      .on('HeadObject', { Bucket: 'b', Key: 'k' })
      .resolves({ ContentLength: 5, ETag: '"e"' });
    const [summary] = await s3.Bucket('b').objects.toArray();

    expect(await summary?.get('Size')).toBe(3);
    expect(S3Client).not.toHaveCalledOperation('HeadObject');
    await summary?.load();
    expect(summary?.data).toEqual({ Size: 5, ETag: '"e"', Metadata: {} });
  });

  test('has objects of which get() reads an attribute by its name, and else is the action', async () => {
    stub(S3Client).on('HeadObject').resolves({ ContentLength: 5 });
    stub(S3Client).on('GetObject', { Range: 'bytes=0-1' }).resolves({ Body: 'he' });
    const object = s3.Bucket('b').Object('k');

    expect(await object.get('ContentLength')).toBe(5);
    const { Body } = await object.get({ Range: 'bytes=0-1' });
    expect(await Body?.transformToString()).toBe('he');
  });
});

test('an attribute that is read as a member says how it is read', async () => {
  const vpc = ec2.Vpc('vpc-1') as unknown as Record<string, unknown>;
  const role = resource('iam').Role('web') as unknown as Record<string, unknown>;

  expect(await messageOf(() => vpc['cidrBlock'])).toBe(
    `WrongUseError: ec2.Vpc(id="vpc-1") has no 'cidrBlock'. It is an attribute: \`await vpc.get('CidrBlock')\`.`,
  );
  expect(await messageOf(() => vpc['tags'])).toContain("await vpc.get('Tags')");
  expect(await messageOf(() => role['arn'])).toContain("await role.get('Arn')");
  expect(EC2Client).not.toHaveCalledAnyOperation();
});
