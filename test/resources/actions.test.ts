import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EC2Client } from '@aws-sdk/client-ec2';
import { GlacierClient } from '@aws-sdk/client-glacier';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';
import { ResourceError, resource } from '../../src/resources/index.js';
import { messageOf } from '../message-of.js';

const ec2 = resource(new EC2Client({}));

describe('an action', () => {
  test('fills the identifiers in', async () => {
    stub(EC2Client)
      .on('CreateSubnet')
      .resolves({ Subnet: { SubnetId: 'subnet-1' } });

    await ec2.Vpc('vpc-1').createSubnet({ CidrBlock: '10.0.1.0/24' });

    expect(EC2Client).toHaveCalledOperation('CreateSubnet', {
      VpcId: 'vpc-1',
      CidrBlock: '10.0.1.0/24',
    });
  });

  test('lets the caller say otherwise', async () => {
    stub(EC2Client).on('MonitorInstances').resolves();

    await ec2.Instance('i-1').monitor({ InstanceIds: ['i-2'] });

    expect(EC2Client).toHaveCalledOperation('MonitorInstances', { InstanceIds: ['i-2'] });
  });

  test('gives the answer where it is not there to give resources', async () => {
    stub(EC2Client)
      .on('StartInstances')
      .resolves({ StartingInstances: [{ InstanceId: 'i-1' }] });

    const { StartingInstances } = await ec2.Instance('i-1').start();

    expect(StartingInstances).toEqual([{ InstanceId: 'i-1' }]);
  });

  test('gives a resource with the attributes that the answer holds', async () => {
    stub(EC2Client)
      .on('CreateVpc')
      .resolves({ Vpc: { VpcId: 'vpc-1', State: 'pending' } });

    const vpc = await ec2.createVpc({ CidrBlock: '10.0.0.0/16' });

    expect(String(vpc)).toBe('ec2.Vpc(id="vpc-1")');
    expect(vpc.data).toEqual({ VpcId: 'vpc-1', State: 'pending' });
    expect(EC2Client).not.toHaveCalledOperation('DescribeVpcs');
  });

  test('gives a resource without attributes where the answer holds none', async () => {
    stub(EC2Client).on('CreateSecurityGroup').resolves({ GroupId: 'sg-1' });
    stub(EC2Client)
      .on('DescribeSecurityGroups')
      .resolves({ SecurityGroups: [{ GroupName: 'web' }] });

    const group = await ec2
      .Vpc('vpc-1')
      .createSecurityGroup({ GroupName: 'web', Description: 'w' });

    expect(await group.get('GroupName')).toBe('web');
  });

  test('gives several where the answer is a list', async () => {
    stub(EC2Client)
      .on('RunInstances')
      .resolves({ Instances: [{ InstanceId: 'i-1', ImageId: 'ami-1' }, { InstanceId: 'i-2' }] });

    const instances = await ec2
      .Subnet('subnet-1')
      .createInstances({ ImageId: 'ami-1', MinCount: 2, MaxCount: 2 });

    expect(instances.map(String)).toEqual(['ec2.Instance(id="i-1")', 'ec2.Instance(id="i-2")']);
    expect(instances[0]?.data.ImageId).toBe('ami-1');
  });

  test('gives several where the parameters are a list', async () => {
    stub(EC2Client)
      .on('CreateTags', { Resources: ['vpc-1'] })
      .resolves();

    const tags = await ec2
      .Vpc('vpc-1')
      .createTags({ Tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }] });

    expect(tags.map(String)).toEqual([
      'ec2.Tag(resourceId="vpc-1", key="a", value="1")',
      'ec2.Tag(resourceId="vpc-1", key="b", value="")',
    ]);
  });

  test('gives none where the list is not there', async () => {
    stub(SQSClient).on('ReceiveMessage').resolves({});

    expect(await resource('sqs').Queue('https://queue').receiveMessages()).toEqual([]);
  });

  test('that succeeded makes the next read load anew', async () => {
    const describes = stub(EC2Client).on('DescribeVpcs');
    describes.resolvesOnce({ Vpcs: [{ InstanceTenancy: 'dedicated' }] });
    describes.resolves({ Vpcs: [{ InstanceTenancy: 'default' }] });
    stub(EC2Client).on('ModifyVpcAttribute').resolves();
    const vpc = await ec2.Vpc('vpc-1').load();

    await vpc.modifyAttribute({ EnableDnsSupport: { Value: true } });

    expect(() => vpc.data).toThrow('is not loaded');
    expect(await vpc.get('InstanceTenancy')).toBe('default');
  });

  test('that failed leaves what was loaded', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .resolves({ Vpcs: [{ State: 'available' }] });
    stub(EC2Client).on('DeleteVpc').rejects('DependencyViolation');
    const vpc = await ec2.Vpc('vpc-1').load();

    await expect(vpc.delete()).rejects.toBeAwsError('DependencyViolation');

    expect(vpc.data.State).toBe('available');
  });

  test('leaves what was loaded where AWS cannot be asked for it again', async () => {
    stub(EC2Client).on('CreateKeyPair').resolves({ KeyName: 'main', KeyMaterial: 'secret' });
    stub(EC2Client).on('DeleteKeyPair').resolves();
    const pair = await ec2.createKeyPair({ KeyName: 'main' });

    await pair.delete();

    expect(pair.data).toEqual({ KeyName: 'main', KeyMaterial: 'secret' });
  });

  test('loads first where it needs an attribute, and an error says so', async () => {
    configure({ unstubbed: 'throw' });
    const address = ec2.VpcAddress('eipalloc-1');
    expect(await messageOf(address.release())).toContain(
      'It was called to load ec2.VpcAddress(allocationId="eipalloc-1") for its action release.',
    );
    stub(EC2Client)
      .on('DescribeAddresses')
      .resolves({ Addresses: [{ AllocationId: 'eipalloc-1' }] });
    stub(EC2Client).on('ReleaseAddress', { AllocationId: 'eipalloc-1' }).resolves();

    await address.release();

    expect(EC2Client).toHaveLastCalledOperation('ReleaseAddress');
  });

  test('says what an answer lacks that the resource it gives is identified by', async () => {
    stub(EC2Client).on('CreateVpc').resolves({});

    const creating = ec2.createVpc({ CidrBlock: '10.0.0.0/16' });

    await expect(creating).rejects.toBeInstanceOf(ResourceError);
    expect(await messageOf(creating)).toBe(
      'ResourceError: createVpc() of ec2.ServiceResource() gives a ec2.Vpc, but neither the input ' +
        'nor the answer of CreateVpc has what identifies it (id).',
    );
  });

  test('takes its parameters as an object', async () => {
    // @ts-expect-error -- not an object
    expect(await messageOf(ec2.Vpc('vpc-1').createSubnet('10.0.1.0/24'))).toBe(
      'WrongUseError: createSubnet() of ec2.Vpc(id="vpc-1") takes the operation\'s parameters as an ' +
        'object, as a command does, but got a string.',
    );
  });
});

describe('what a table fills in inside a structure', () => {
  test('stays where the caller gives the structure', async () => {
    stub(S3Client).on('PutBucketVersioning').resolves();

    await resource('s3')
      .Bucket('b')
      .Versioning()
      .enable({ VersioningConfiguration: { MFADelete: 'Disabled' } });

    expect(S3Client).toHaveCalledOperation('PutBucketVersioning', {
      Bucket: 'b',
      VersioningConfiguration: { Status: 'Enabled', MFADelete: 'Disabled' },
    });
  });

  test('goes into each entry of a list of the caller, who is not written to', async () => {
    stub(CloudWatchClient).on('PutMetricData').resolves();
    const MetricData = [{ Value: 1 }, { Value: 2, MetricName: 'other' }];

    await resource('cloudwatch').Metric('shop', 'orders').putData({ MetricData });

    expect(CloudWatchClient).toHaveCalledOperation('PutMetricData', {
      Namespace: 'shop',
      MetricData: [
        { Value: 1, MetricName: 'orders' },
        { Value: 2, MetricName: 'other' },
      ],
    });
    expect(MetricData[0]).toEqual({ Value: 1 });
  });

  test('may be a constant', async () => {
    stub(GlacierClient).on('InitiateJob').resolves({ jobId: 'job-1' });

    const job = await resource('glacier')
      .Vault('-', 'archive')
      .initiateInventoryRetrieval({ jobParameters: { Format: 'CSV' } });

    expect(String(job)).toBe('glacier.Job(accountId="-", vaultName="archive", id="job-1")');
    expect(GlacierClient).toHaveCalledOperation('InitiateJob', {
      accountId: '-',
      vaultName: 'archive',
      jobParameters: { Type: 'inventory-retrieval', Format: 'CSV' },
    });
  });
});

describe('where boto3 goes wrong', () => {
  test('an update that does not rename gives the same name back', async () => {
    stub(IAMClient).on('UpdateUser').resolves();
    const user = resource('iam').User('ann');

    expect((await user.update({ NewUserName: 'anna' })).name).toBe('anna');
    expect((await user.update({ NewPath: '/staff/' })).name).toBe('ann');
  });

  test('an uploaded signing certificate has its user', async () => {
    stub(IAMClient)
      .on('UploadSigningCertificate')
      .resolves({
        Certificate: {
          UserName: 'ann',
          CertificateId: 'c-1',
          CertificateBody: 'body',
          Status: 'Active',
        },
      });

    const made = await resource('iam').createSigningCertificate({ CertificateBody: 'body' });

    expect(String(made)).toBe('iam.SigningCertificate(userName="ann", id="c-1")');
    expect(made.data.Status).toBe('Active');
  });

  test('a tag loads by its resource too', async () => {
    stub(EC2Client)
      .on('DescribeTags')
      .resolves({ Tags: [{ ResourceType: 'vpc' }] });

    await ec2.Tag('vpc-1', 'Name', 'main').load();

    expect(EC2Client).toHaveCalledOperation('DescribeTags', {
      Filters: [
        { Name: 'resource-id', Values: ['vpc-1'] },
        { Name: 'key', Values: ['Name'] },
        { Name: 'value', Values: ['main'] },
      ],
    });
  });
});
