import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { stub } from '../../src/index.js';

let attempts = 0;

test('a retried test begins with no stubs, calls and settings', { retry: 1 }, async () => {
  attempts += 1;
  const client = new EC2Client({});
  if (attempts === 1) {
    stub(EC2Client, { unstubbed: 'empty' }).on('DescribeVpcs').resolves({});
    await client.send(new DescribeVpcsCommand({}));
    throw new Error('the first attempt fails');
  }
  expect(stub().calls()).toEqual([]);
  stub('EC2', { unstubbed: 'throw' });
  await expect(client.send(new DescribeVpcsCommand({}))).rejects.toThrow('No stub answers');
});

test('the retried test was tried twice', () => {
  expect(attempts).toBe(2);
});
