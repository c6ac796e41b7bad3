import {
  DeleteSubnetCommand,
  EC2Client,
  ModifySubnetAttributeCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { ANY, configure, exactly, useAwsFixture } from '../../src/index.js';
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

  test('takes null for absence', () => {
    const none = null as never;
    expect(network.vpc).toHaveState({ EncryptionControl: none });
    expect(network.vpc).toHaveState(
      expect.objectContaining({ State: 'available', EncryptionControl: none }),
    );
    expect(network.vpc).not.toHaveState({ State: none });
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

  test('members and types that no such thing has, also under .not', async () => {
    for (const expected of [expect(network.vpc), expect(network.vpc).not]) {
      const text = await messageOf(() => {
        expected.toHaveState({ Stat: 'available', CidrBlock: 10, Tags: [{ Kye: 'Name' }] });
      });
      expect(text.replace(network.vpc.id, 'vpc-1')).toMatchInlineSnapshot(`
        "InvalidStubError: expect(…).toHaveState(): the vpc vpc-1 can have no such state:

          Stat: no such member; did you mean State? (allowed: State, Tags, VpcId, IsDefault, OwnerId, CidrBlock, InstanceTenancy, DhcpOptionsId, … 4 more)
          CidrBlock: expected a string, got the number 10
          Tags[0].Kye: no such member; did you mean Key? (allowed: Key, Value)

        For a service that is off its model: stub('EC2', { validate: false })."
      `);
    }
  });

  test.each<[string, object, string]>([
    ['a matcher', expect.objectContaining({ Stat: 'gone' }), 'Stat: no such member; did you mean'],
    ['a negated matcher', expect.not.objectContaining({ Stat: 'gone' }), 'Stat: no such member'],
    ['exactly', exactly({ Stat: 'gone' }), 'Stat: no such member; did you mean State'],
    ['absence', { Stat: undefined, Sate: null }, 'Sate: no such member'],
  ])('a misspelt member in %s', (_, state, problem) => {
    expect(() => {
      expect(network.vpc).not.toHaveState(state);
    }).toThrow(problem);
  });

  test('a misspelt member of every kind of thing, whether it is there or not', async () => {
    const bucket = useAwsFixture('bucket', { name: 'docs' });
    const instance = useAwsFixture('instance');
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [instance.id] }));
    const made = await network.vpc.createSubnet({ CidrBlock: '10.0.99.0/24' });
    for (const [thing, meant] of [
      [bucket, 'did you mean Name?'],
      [instance, 'allowed: '],
      [network.subnets[0], 'allowed: '],
      [made, 'allowed: '],
    ] as const) {
      expect(() => {
        expect(thing).not.toHaveState({ Nmae: 'x' });
      }).toThrow(`Nmae: no such member; ${meant}`);
    }
  });

  test('nothing where stubs are not checked either', () => {
    configure({ validate: false });
    expect(network.vpc).not.toHaveState({ Stat: 'available' });
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
