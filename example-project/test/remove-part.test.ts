import { DeleteSubnetCommand, DetachInternetGatewayCommand, EC2Client } from '@aws-sdk/client-ec2';
import { stub, Stubber } from 'aws-sdk-stubber';
import { beforeEach, describe, expect, test } from 'vitest';

import * as parts from '../src/parts.js';
import { removePart } from '../src/remove-part.js';

let waits: number[];
const delay = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));

beforeEach(() => {
  waits = [];
});

describe('a part that something still depends on', () => {
  test('is tried again after longer and longer waits', async () => {
    const ec2 = new EC2Client({});
    const stubber = new Stubber(ec2);
    const expectedParams = { SubnetId: 'subnet-1' };
    stubber.addClientError('DeleteSubnet', { code: 'DependencyViolation', expectedParams });
    stubber.addClientError('DeleteSubnet', { code: 'DependencyViolation', expectedParams });
    stubber.addResponse('DeleteSubnet', {}, expectedParams);

    const outcome = await stubber.using(() => removePart(ec2, parts.subnet('subnet-1'), { delay }));

    expect(outcome).toBe('removed');
    expect(waits).toEqual([1000, 2000]);
  });

  test('is asked for nothing else meanwhile', async () => {
    const ec2 = new EC2Client({});
    const stubber = new Stubber(ec2)
      .addClientError('DeleteSubnet', { code: 'DependencyViolation' })
      .addResponse('DeleteSubnet', {}, { SubnetId: 'subnet-1' });

    // Strict: the next call must be the next in the queue, and none may be left at the end.
    const outcome = await stubber.using(() => removePart(ec2, parts.subnet('subnet-1'), { delay }));

    expect(outcome).toBe('removed');
  });

  test('is given up after the fifth time', async () => {
    const ec2 = new EC2Client({});
    stub(ec2).on('DeleteVpc').rejects('DependencyViolation', { message: 'It has a subnet.' });

    const removal = removePart(ec2, parts.vpc('vpc-1'), { delay });

    await expect(removal).rejects.toBeAwsError('DependencyViolation', { message: /subnet/ });
    expect(ec2).toHaveCalledOperationTimes('DeleteVpc', 5);
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });
});

describe('a part that is not there any more', () => {
  test('counts as gone', async () => {
    const ec2 = new EC2Client({});
    stub(ec2).on(DeleteSubnetCommand).rejects('InvalidSubnetID.NotFound');

    expect(await removePart(ec2, parts.subnet('subnet-1'), { delay })).toBe('already gone');
  });

  test('counts as gone where an internet gateway is detached already', async () => {
    const ec2 = new EC2Client({});
    stub(ec2).on(DetachInternetGatewayCommand).rejects('Gateway.NotAttached');

    expect(await removePart(ec2, parts.attachment('igw-1', 'vpc-1'), { delay })).toBe(
      'already gone',
    );
  });
});

describe('a part that may not be removed', () => {
  test('is not tried again', async () => {
    const ec2 = new EC2Client({});
    stub(ec2).on('DeleteSubnet').rejects('UnauthorizedOperation');

    const removal = removePart(ec2, parts.subnet('subnet-1'), { delay });

    await expect(removal).rejects.toBeAwsError('UnauthorizedOperation');
    expect(ec2).toHaveCalledOperationOnce('DeleteSubnet');
    expect(waits).toEqual([]);
  });
});
