import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { configure, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const send = () =>
  new EC2Client({}).send(new DescribeVpcsCommand({ MaxResults: 5, database: 'd' } as object));

test('unknown members of an input are refused, and the message names the narrow ways out', async () => {
  stub(EC2Client).on('DescribeVpcs').resolves({});
  expect(await messageOf(send())).toContain(
    "for this operation: stub(EC2Client).on('DescribeVpcs', {}, { unknownMembers: 'drop' }); " +
      "for this client: stub(EC2Client, { unknownMembers: 'drop' }); for all: configure({ unknownMembers: 'drop' }).",
  );
  currentScope().violations.splice(0);
});

test('they are let be for one stub, one client, or all', async () => {
  stub(EC2Client)
    .on('DescribeVpcs', {}, { unknownMembers: 'drop' })
    .resolvesOnce({ NextToken: 'a' });
  expect((await send()).NextToken).toBe('a');
  stub(EC2Client, { unknownMembers: 'drop' }).on('DescribeVpcs').resolves({ NextToken: 'b' });
  expect((await send()).NextToken).toBe('b');
  configure({ unknownMembers: 'drop' });
  expect((await send()).NextToken).toBe('b');
  expect(() => configure({ unknownMembers: 'dropp' as never })).toThrow("'refuse' or 'drop'");
});
