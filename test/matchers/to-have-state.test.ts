import { DeleteSubnetCommand, EC2Client, ModifySubnetAttributeCommand } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ANY, exactly, useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const ec2 = new EC2Client({});
const network = useAwsFixture('vpc', { CidrBlock: '10.0.0.0/16', subnets: 1, name: 'main' });

describe('toHaveState', () => {
  test('compares the members that are given with what AWS would describe', () => {
    expect(network.vpc).toHaveState({ State: 'available', CidrBlock: '10.0.0.0/16' });
    expect(network.vpc).toHaveState({ Tags: [{ Key: 'Name', Value: 'main' }] });
    expect(network.vpc).not.toHaveState({ CidrBlock: '10.1.0.0/16' });
  });

  test('takes matchers at any depth', () => {
    expect(network.vpc).toHaveState({
      VpcId: expect.stringMatching(/^vpc-/),
      Tags: [{ Key: ANY, Value: ANY }],
    });
    expect(network.vpc).toHaveState(expect.objectContaining({ State: 'available' }) as object);
    expect(network.vpc).not.toHaveState(exactly({ State: 'available' }));
  });

  test('looks at what is there now, and records no call', async () => {
    const [subnet] = network.subnets;
    expect(subnet).toHaveState({ MapPublicIpOnLaunch: false });
    const MapPublicIpOnLaunch = { Value: true };
    await ec2.send(new ModifySubnetAttributeCommand({ SubnetId: subnet!.id, MapPublicIpOnLaunch }));
    expect(subnet).toHaveState({ MapPublicIpOnLaunch: true });
    expect(EC2Client).toHaveCalledOnlyOperations(['ModifySubnetAttribute']);
  });

  test('says where the state differs', async () => {
    expect(
      (
        await messageOf(() => {
          expect(network.vpc).toHaveState({ State: 'pending', CidrBlock: '10.0.0.0/16' });
        })
      ).replace(network.vpc.id, 'vpc-1'),
    ).toMatchInlineSnapshot(`
      "expect(vpc vpc-1).toHaveState(state)

      - Expected
      + Received

        {
          "CidrBlock": "10.0.0.0/16",
      -   "State": "pending",
      +   "State": "available",
        }"
    `);
  });

  test('says what is gone', async () => {
    const [subnet] = network.subnets;
    await ec2.send(new DeleteSubnetCommand({ SubnetId: subnet!.id }));
    expect(subnet).not.toHaveState({ State: 'available' });
    expect(
      (
        await messageOf(() => {
          expect(subnet).toHaveState({ State: 'available' });
        })
      ).replaceAll(subnet!.id, 'subnet-1'),
    ).toMatchInlineSnapshot(`
      "expect(subnet subnet-1).toHaveState(state)

      The subnet subnet-1 is gone"
    `);
    expect(() => subnet!.state).toThrow('is gone, so it has no state. To assert that, write');
  });

  test('says the state that was not wanted', async () => {
    expect(
      (
        await messageOf(() => {
          expect(network.vpc).not.toHaveState({ State: 'available' });
        })
      ).replaceAll(network.vpc.id, 'vpc-1'),
    ).toMatchInlineSnapshot(`
      "expect(vpc vpc-1).not.toHaveState(state)

      Expected the vpc vpc-1 not to have { "State": "available" }"
    `);
  });
});

describe('wrong use: toHaveState refuses', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'available'],
    ['a list', ['available']],
  ])('%s for a state', async (_, state) => {
    expect(
      await messageOf(() => {
        expect(network.vpc).toHaveState(state as never);
      }),
    ).toBe(
      "WrongUseError: expect(…).toHaveState() takes the members that the thing should have: { State: 'available' }.",
    );
  });

  test('what is no thing of a fixture', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveState({});
      }),
    ).toBe(
      'WrongUseError: expect(…).toHaveState() looks at one thing of a fixture, such as network.vpc or a bucket, but got a function.',
    );
  });
});
