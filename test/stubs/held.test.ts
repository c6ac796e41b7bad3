import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stub, Stubber } from '../../src/index.js';

const client = new EC2Client({});
const describing = () => stub(EC2Client).on(DescribeVpcsCommand);
const expecting = () => stub(EC2Client).expects('CreateVpc');
const vpc = async () => (await client.send(new DescribeVpcsCommand({}))).Vpcs?.[0]?.VpcId;
const created = async () => (await client.send(new CreateVpcCommand({}))).Vpc?.VpcId;

describe('a stub of a describe body', () => {
  const held = stub(EC2Client).on('CreateVpc');

  test('answers the test that gives it a reply', async () => {
    held.resolvesOnce({ Vpc: { VpcId: 'once' } }).resolves({ Vpc: { VpcId: 'always' } });
    expect([await created(), await created()]).toEqual(['once', 'always']);
  });

  test('answers the next one as it was written', async () => {
    expect(await created()).toBeUndefined();
  });

  test.concurrent.each(['a', 'b', 'c'])(
    'answers tests that run at once each its own: %s',
    async (VpcId) => {
      held.resolvesOnce({ Vpc: { VpcId } });
      await new Promise((resolve) => setImmediate(resolve));
      held.resolvesOnce({ Vpc: { VpcId: `${VpcId} 2` } });
      expect([await created(), await created()]).toEqual([VpcId, `${VpcId} 2`]);
    },
  );
});

describe('a stub of beforeAll', () => {
  let held: ReturnType<typeof describing>;
  beforeAll(() => {
    held = describing().resolves({ Vpcs: [{ VpcId: 'of all' }] });
  });

  test('has a test’s once-replies before its own reply', async () => {
    held.resolvesOnce({ Vpcs: [{ VpcId: 'one' }] }).resolvesOnce({ Vpcs: [{ VpcId: 'left' }] });
    expect(await vpc()).toBe('one');
  });

  test('has none of them in the next test', async () => {
    expect(await vpc()).toBe('of all');
  });

  test('does not delay its reply for one test', async () => {
    expect(() => held.after(5)).toThrow(
      'stub(EC2Client).on(): after(ms) delays the reply before it, which was given outside of this test; ' +
        'give one here: .resolves({ … }).after(5).',
    );
    held.resolves({ Vpcs: [{ VpcId: 'late' }] }).after(5);
    expect(await vpc()).toBe('late');
  });

  describe('given a reply in the beforeAll of a block inside', () => {
    beforeAll(() => {
      held.resolves({ Vpcs: [{ VpcId: 'of the block' }] });
    });

    test('answers that block’s tests', async () => {
      expect(await vpc()).toBe('of the block');
    });
  });

  test('and no others', async () => {
    expect(await vpc()).toBe('of all');
  });
});

describe('a stub of beforeEach', () => {
  let held: ReturnType<typeof describing>;
  beforeEach(() => {
    held = describing().resolvesOnce({ Vpcs: [{ VpcId: 'once' }] });
  });

  test('is the test’s own: a reply continues its chain', async () => {
    held.resolves({ Vpcs: [{ VpcId: 'always' }] });
    expect([await vpc(), await vpc()]).toEqual(['once', 'always']);
  });
});

describe('an expectation of a block', () => {
  let held: ReturnType<typeof expecting>;
  beforeAll(async () => {
    held = expecting();
    await created();
  });

  test('takes no reply in a test', () => {
    expect(() => held.resolves({})).toThrow(
      'stub(EC2Client).expects(): this expectation was written outside of this test, and would keep its reply in the next one; ' +
        'write .expects(…) and its reply together, where they belong.',
    );
  });
});

describe('a Stubber that tests share', () => {
  const stubber = new Stubber(EC2Client);

  test('is given an answer by one, which leaves it and deactivates', () => {
    stubber.addResponse('DescribeVpcs', { Vpcs: [{ VpcId: 'left' }] }).activate();
    expect(stubber.pending).toHaveLength(1);
    stubber.deactivate();
  });

  test('answers the next with what that one gives it', async () => {
    stubber.addResponse('DescribeVpcs', { Vpcs: [{ VpcId: 'mine' }] }).activate();
    expect(await vpc()).toBe('mine');
    stubber.assertNoPendingResponses();
  });
});

describe('a Stubber that beforeAll activates', () => {
  const stubber = new Stubber(EC2Client);
  beforeAll(() => {
    stubber.addResponse('DescribeVpcs', { Vpcs: [{ VpcId: 'of all' }] }).activate();
  });

  test('answers first what the block gave it, then what the test did', async () => {
    stubber.addResponse('DescribeVpcs', { Vpcs: [{ VpcId: 'of the test' }] });
    expect([await vpc(), await vpc()]).toEqual(['of all', 'of the test']);
  });

  test('has nothing left in the next test', () => {
    stubber.assertNoPendingResponses();
  });
});
