import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';

const client = new EC2Client({});

/** Tells which stub answers: each here answers with its own name. */
async function answeredBy(input: { MaxResults?: number; DryRun?: boolean } = {}): Promise<unknown> {
  return (await client.send(new DescribeVpcsCommand(input))).NextToken;
}

beforeEach(() => {
  configure({ unstubbed: 'empty' });
});

describe('DESIGN: precedence: the instance before the class before everyone', () => {
  test('whichever was written last', async () => {
    stub(client).on('DescribeVpcs').resolves({ NextToken: 'instance' });
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    stub().on('DescribeVpcs').resolves({ NextToken: 'everyone' });
    expect(await answeredBy()).toBe('instance');
  });

  test('the class before everyone', async () => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'class' });
    stub().on('DescribeVpcs').resolves({ NextToken: 'everyone' });
    expect(await answeredBy()).toBe('class');
  });

  test('an `on` of the instance comes before an expectation of the class', async () => {
    stub(EC2Client).expects('DescribeVpcs').resolves({ NextToken: 'class' });
    stub(client).on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'instance' });
    expect(await answeredBy({ MaxResults: 5 })).toBe('instance');
    expect(await answeredBy()).toBe('class');
  });

  test('the next one answers where the nearest does not fit', async () => {
    stub(client).on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'instance' });
    stub(EC2Client).on('DescribeVpcs', { DryRun: true }).resolves({ NextToken: 'class' });
    stub().on('DescribeVpcs').resolves({ NextToken: 'everyone' });
    expect(await answeredBy({ MaxResults: 5, DryRun: true })).toBe('instance');
    expect(await answeredBy({ MaxResults: 6, DryRun: true })).toBe('class');
    expect(await answeredBy({ MaxResults: 6 })).toBe('everyone');
  });

  test('the next one answers where the nearest has no replies left', async () => {
    stub().on('DescribeVpcs').resolves({ NextToken: 'everyone' });
    stub(EC2Client).on('DescribeVpcs').resolvesOnce({ NextToken: 'class' });
    stub(client).on('DescribeVpcs').resolvesOnce({ NextToken: 'instance' });
    expect([await answeredBy(), await answeredBy(), await answeredBy()]).toEqual([
      'instance',
      'class',
      'everyone',
    ]);
  });
});

describe('DESIGN: precedence: within one target', () => {
  test('expectations come before `on` stubs', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('DescribeVpcs').resolves({ NextToken: 'expectation' });
    ec2.on('DescribeVpcs').resolves({ NextToken: 'on' });
    expect([await answeredBy(), await answeredBy()]).toEqual(['expectation', 'on']);
  });

  test('an expectation whose turn it is not leaves the call to an `on` stub', async () => {
    const ec2 = stub(EC2Client);
    ec2.expects('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'expectation' });
    ec2.on('DescribeVpcs').resolves({ NextToken: 'on' });
    expect(await answeredBy()).toBe('on');
    expect(await answeredBy({ MaxResults: 5 })).toBe('expectation');
  });

  test('the latest `on` stub that fits wins', async () => {
    const ec2 = stub(EC2Client);
    ec2.on('DescribeVpcs').resolves({ NextToken: 'first' });
    ec2.on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'second' });
    ec2.on('DescribeVpcs', { DryRun: true }).resolves({ NextToken: 'third' });
    expect(await answeredBy({ MaxResults: 5, DryRun: true })).toBe('third');
    expect(await answeredBy({ MaxResults: 5 })).toBe('second');
    expect(await answeredBy()).toBe('first');
  });

  test('a wide stub written later hides a narrow one', async () => {
    const ec2 = stub(EC2Client);
    ec2.on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'narrow' });
    ec2.on('DescribeVpcs').resolves({ NextToken: 'wide' });
    expect(await answeredBy({ MaxResults: 5 })).toBe('wide');
  });

  test('an earlier stub answers again once the later one’s replies are used up', async () => {
    const ec2 = stub(EC2Client);
    ec2.on('DescribeVpcs').resolves({ NextToken: 'always' });
    ec2.on('DescribeVpcs', { MaxResults: 5 }).resolvesOnce({ NextToken: 'once' });
    const answers = [await answeredBy({ MaxResults: 5 }), await answeredBy({ MaxResults: 5 })];
    expect(answers).toEqual(['once', 'always']);
  });
});

describe('DESIGN: two stubs on one client stack', () => {
  test('each answers its own operations and parameters', async () => {
    const one = stub(EC2Client);
    const other = stub(EC2Client);
    one.on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'one' });
    other.on('DescribeVpcs', { MaxResults: 6 }).resolves({ NextToken: 'other' });
    expect(await answeredBy({ MaxResults: 5 })).toBe('one');
    expect(await answeredBy({ MaxResults: 6 })).toBe('other');
    expect(one.calls()).toEqual(other.calls());
  });

  test('their expectations are one queue', async () => {
    stub(EC2Client).expects('DescribeVpcs').resolves({ NextToken: 'one' });
    stub('EC2').expects('DescribeVpcs').resolves({ NextToken: 'other' });
    expect([await answeredBy(), await answeredBy()]).toEqual(['one', 'other']);
  });
});

describe('DESIGN: precedence: a test’s stubs before those of its file', () => {
  beforeAll(() => {
    stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'file' });
  });

  test('for the same target', async () => {
    stub(EC2Client).on('DescribeVpcs', { MaxResults: 5 }).resolves({ NextToken: 'test' });
    expect(await answeredBy({ MaxResults: 5 })).toBe('test');
    expect(await answeredBy()).toBe('file');
  });

  test('a file’s stub of the class still comes before a test’s stub of everyone', async () => {
    stub().on('DescribeVpcs').resolves({ NextToken: 'everyone in the test' });
    expect(await answeredBy()).toBe('file');
  });
});
