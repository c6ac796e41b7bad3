import { Socket } from 'node:net';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configure, Stubber, UnstubbedOperationError } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';

// eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
const connect = Socket.prototype.connect;
let connections = 0;

beforeEach(() => {
  connections = 0;
  Socket.prototype.connect = () => {
    connections += 1;
    throw new Error('A connection was made.');
  };
  configure({ unstubbed: 'throw' });
});

afterEach(() => {
  Socket.prototype.connect = connect;
  expect(connections).toBe(0);
});

/** The ways in which boto3's users reach AWS in spite of botocore's Stubber. */
describe('does not reach AWS:', () => {
  test('the describe that hides behind a reference', async () => {
    const client = new EC2Client({});
    const stubber = new Stubber(client);
    stubber.addResponse('CreateSubnet', { Subnet: { SubnetId: 'subnet-1' } });
    stubber.activate();
    const subnet = await resource(client).Vpc('vpc-1').createSubnet({ CidrBlock: '10.0.1.0/24' });

    await subnet.reload().catch(() => undefined);
    await expect(resource(client).Subnet('subnet-1').vpc()).rejects.toBeInstanceOf(
      UnstubbedOperationError,
    );
  });

  test('a resource that is read after its Stubber closed', async () => {
    const client = new EC2Client({});
    const stubber = new Stubber(client);
    stubber.addResponse('DescribeVpcs', { Vpcs: [{ State: 'pending' }] }, { VpcIds: ['vpc-1'] });
    const vpc = resource(client).Vpc('vpc-1');
    stubber.activate();
    expect(await vpc.get('State')).toBe('pending');
    stubber.deactivate();

    await expect(vpc.reload()).rejects.toBeInstanceOf(UnstubbedOperationError);
    await expect(resource(client).Vpc('vpc-1').get('State')).rejects.toBeInstanceOf(
      UnstubbedOperationError,
    );
  });

  test('a client of which a second Stubber closed', async () => {
    const client = new EC2Client({});
    const first = new Stubber(client);
    first.addResponse('DescribeVpcs', { Vpcs: [{ State: 'available' }] });
    first.activate();
    const second = new Stubber(client);
    second.activate();
    second.deactivate();
    const vpc = resource(client).Vpc('vpc-1');

    expect(await vpc.get('State')).toBe('available');
    await expect(vpc.reload()).rejects.toBeInstanceOf(UnstubbedOperationError);
  });

  test('code that falls back to a client of its own', async () => {
    const stubbed = new EC2Client({});
    const stubber = new Stubber(stubbed);
    stubber.addResponse('DescribeVpcs', { Vpcs: [{ State: 'available' }] });
    stubber.activate();
    const stateOf = async (id: string, { meta } = resource('ec2')) => {
      const { Vpcs } = await meta.client.send(new DescribeVpcsCommand({ VpcIds: [id] }));
      return Vpcs?.[0]?.State;
    };

    await expect(stateOf('vpc-1')).rejects.toBeInstanceOf(UnstubbedOperationError);
    expect(await stateOf('vpc-1', resource(stubbed))).toBe('available');
  });
});
