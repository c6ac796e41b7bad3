import { DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stub } from 'aws-sdk-stubber';
import { describe, expect, test } from 'vitest';

import { main } from '../src/cli.js';
import { befriendAws } from './friendly-aws.js';
import { storeManifest } from './stored-manifest.js';

/** Runs a command line as it would be typed. */
async function netkit(line: string) {
  const written = { stdout: '', stderr: '' };
  const exitCode = await main(line.split(' '), {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { exitCode, ...written };
}

describe('netkit up', () => {
  test('prints what was built to stdout, and its progress to stderr', async () => {
    befriendAws();

    const { exitCode, stdout, stderr } = await netkit(
      'up shop --cidr 10.0.0.0/16 --bucket manifests',
    );

    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      'shop is up: VPC vpc-1 with 4 subnets\nmanifest: s3://manifests/networks/shop.json\n',
    );
    expect(stderr).toMatch(/^creating VPC 10\.0\.0\.0\/16\nwaiting for VPC vpc-1\n/);
  });

  test('builds in as many zones as it is told', async () => {
    befriendAws();

    await netkit('up shop --cidr 10.0.0.0/16 --zones 3 --bucket manifests');

    expect(EC2Client).toHaveCalledOperationTimes('CreateSubnet', 6);
    expect(S3Client).toHaveCalledOperation(PutObjectCommand, {
      Body: expect.stringContaining('"availabilityZone": "eu-central-1c"'),
    });
  });

  test('fails with what was undone where AWS refuses half-way', async () => {
    befriendAws();
    stub(EC2Client)
      .on('CreateSubnet')
      .rejects('SubnetLimitExceeded', { message: 'No more.' })
      .on('DeleteVpc', { VpcId: 'vpc-1' })
      .resolves();

    const { exitCode, stdout, stderr } = await netkit(
      'up shop --cidr 10.0.0.0/16 --bucket manifests',
    );

    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(
      'netkit up: creating public subnet 10.0.0.0/18 in eu-central-1a failed: SubnetLimitExceeded: No more.\n' +
        'undone: VPC vpc-1\n',
    );
  });
});

describe('netkit show', () => {
  test('prints the state of the VPC and of each subnet', async () => {
    storeManifest();
    stub(EC2Client)
      .on(DescribeVpcsCommand)
      .resolves({ Vpcs: [{ State: 'available' }] })
      .on(DescribeSubnetsCommand)
      .resolves({ Subnets: [{ SubnetId: 'subnet-1', State: 'available' }] });

    expect(await netkit('show shop --bucket manifests')).toEqual({
      exitCode: 0,
      stdout: [
        'shop in eu-west-1',
        '  VPC vpc-1 10.0.0.0/16: available',
        '  public subnet subnet-1 10.0.0.0/17 in eu-west-1a: available',
        '  private subnet subnet-2 10.0.128.0/17 in eu-west-1a: gone',
        '',
      ].join('\n'),
      stderr: '',
    });
  });
});

describe('netkit list', () => {
  test('prints a name a line', async () => {
    stub(S3Client)
      .on(ListObjectsV2Command, { Bucket: 'manifests' })
      .resolves({ Contents: [{ Key: 'networks/blog.json' }, { Key: 'networks/shop.json' }] });

    const { exitCode, stdout } = await netkit('list --bucket manifests');

    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'blog\nshop\n' });
  });

  test('prints nothing to stdout where there are none', async () => {
    stub(S3Client).on(ListObjectsV2Command).resolves({});

    const { exitCode, stdout, stderr } = await netkit('list --bucket manifests');

    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'there are none\n',
    });
  });
});

describe('netkit down', () => {
  test('counts what was removed and what was gone already', async () => {
    storeManifest();
    const ec2 = stub(EC2Client, { unstubbed: 'empty' });
    ec2.on('DeleteVpc').rejects('InvalidVpcID.NotFound');
    stub(S3Client).on('DeleteObject').resolves();

    const { exitCode, stdout, stderr } = await netkit('down shop --bucket manifests');

    expect(exitCode).toBe(0);
    expect(stdout).toBe('shop is down: 6 removed, 1 already gone\n');
    expect(stderr).toMatch(/removing s3:\/\/manifests\/networks\/shop\.json\n$/);
  });

  test('fails with a hint where there is no such network', async () => {
    stub(S3Client).on('GetObject', { Key: 'networks/shop.json' }).rejects('NoSuchKey');

    const { exitCode, stderr } = await netkit('down shop --bucket manifests');

    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      "netkit down: there is no network 'shop' in manifests: 'netkit list --bucket manifests' shows those there are\n",
    );
  });
});

describe('a command line that cannot be followed', () => {
  test.each([
    ['destroy shop', "there is no command 'destroy': write one of up, show, list, down"],
    ['up --cidr 10.0.0.0/16 --bucket manifests', 'the name is missing'],
    ['up Shop --cidr 10.0.0.0/16 --bucket manifests', "'Shop' cannot name a network"],
    ['up shop --bucket manifests', 'the block is missing'],
    ['up shop --cidr 10.0.0.0 --bucket manifests', "'10.0.0.0' is no CIDR block"],
    ['up shop --cidr 10.0.0.9/16 --bucket manifests', 'write 10.0.0.0/16'],
    ['up shop --cidr 10.0.0.0/16 --zones many --bucket manifests', "'many' is no count of zones"],
    ['show shop', 'the bucket is missing'],
    ['list --table networks', 'the owner is missing'],
    ['list --owner web', 'the table is missing'],
    ['show shop blog --bucket manifests', 'one network at a time'],
    ['list shop --bucket manifests', "write 'netkit show shop'"],
    ['down shop --bucket manifests --force', "Unknown option '--force'"],
  ])('netkit %s: %s', async (line, problem) => {
    const { exitCode, stdout, stderr } = await netkit(line);

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(problem);
    expect(stub()).not.toHaveCalledAnyOperation();
  });

  test('netkit alone prints the usage to stderr', async () => {
    const written: string[] = [];
    const output = { write: (text: string) => written.push(text) };

    expect(await main([], { stdout: { write: expect.unreachable }, stderr: output })).toBe(2);
    expect(written.join('')).toMatch(/^usage:\n {2}netkit up <name>/);
  });
});

describe('help', () => {
  test('lists the commands', async () => {
    const { exitCode, stdout } = await netkit('--help');

    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'netkit down <name> --bucket <bucket> [--table <table>]\n      tears a network down\n',
    );
  });

  test('says what the options of one command mean', async () => {
    const { exitCode, stdout } = await netkit('up --help');

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^usage: netkit up .*\n\nbuilds a network\n\n {2}--cidr <block>/);
    expect(stub()).not.toHaveCalledAnyOperation();
  });
});
