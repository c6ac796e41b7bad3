import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { Client } from '@smithy/core/client';
import { expect } from 'vitest';
import { mockClient } from '../../src/client-mock/index.js';
import { configure, partialFailure, stub, Stubber, throttled } from '../../src/index.js';
import awsSdkStubber from '../../src/runners/vite.js';
import type { Provocations } from './provocations.js';

const ec2 = new EC2Client({});
const vpcs = () => ec2.send(new DescribeVpcsCommand({}));
const onVpcs = () => stub(EC2Client).on('DescribeVpcs');
const stubber = () => new Stubber(new EC2Client({}));

export const ofStubs: Provocations = {
  'something-that-is-no-client': [
    () => stub(undefined as never),
    () => new Stubber(undefined as never),
    () => {
      expect(undefined).toHaveCalledOperation('CreateVpc');
    },
    () => stub(Client as never),
    () => stub('' as never),
    () => mockClient({} as never),
  ],
  'there-is-no-such-operation': [() => stub().on('CreatVpc' as never)],
  pages: [
    () => {
      onVpcs().resolvesPages([{}, {}]);
      return ec2.send(new DescribeVpcsCommand({ NextToken: 'other' }));
    },
  ],
  'an-error': [
    () => {
      onVpcs().answers((_, { error }) => error('it went wrong'));
      return vpcs();
    },
    () => {
      stub(S3Client)
        .on('GetObject')
        .answers((_, { error }) => {
          throw error('NoSuchKey', { Kee: 'a' });
        });
      return new S3Client({}).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
    },
  ],
  'what-a-stub-takes': [
    () => stub(EC2Client).on('CreateVpc', [] as never),
    () => (stub(EC2Client).calls as (...args: unknown[]) => unknown)(undefined, {}),
    () => onVpcs().resolves(throttled()),
    () => stubber().addResponse('DescribeVpcs', throttled()),
    () => onVpcs().rejects(partialFailure()),
    () => onVpcs().resolvesPages([]),
    () => onVpcs().rejects('RequestLimitExceeded', 'text' as never),
    () => onVpcs().rejects(new Error('no'), { message: 'text' }),
    () => onVpcs().rejects(5 as never),
    () => onVpcs().resolves(5 as never),
    () => onVpcs().answers({} as never),
    () => onVpcs().resolves({}).after(-1),
    () => {
      onVpcs().resolves(partialFailure());
      return vpcs();
    },
    () => stubber().addClientError('DescribeVpcs', 'NoSuchKey' as never),
    () =>
      (stubber().addClientError as (...args: unknown[]) => unknown).call(
        stubber(),
        'DescribeVpcs',
        {},
        {},
      ),
    () => stubber().addClientError('DescribeVpcs', { cod: 'a' } as never),
    () => stubber().addClientError('DescribeVpcs', { code: 5 as never }),
  ],
  'where-a-reply-belongs': [
    () => {
      const held = stub(EC2Client).expects('DescribeVpcs').resolves({});
      try {
        return held.resolvesOnce({});
      } finally {
        stub(EC2Client).reset();
      }
    },
    () => {
      const held = stub(EC2Client).expects('DescribeVpcs');
      stub(EC2Client).reset();
      return held.resolves({});
    },
  ],
  'a-setting-that-there-is-not': [
    () => {
      configure({ unstubbed: 'no' as never });
    },
    () => {
      configure(5 as never);
    },
    () => stub(EC2Client).on('CreateVpc', {}, true as never),
    () => stub(EC2Client, { network: {} } as never),
    () => stub(EC2Client, { region: 'eu-west-1' } as never),
    () => {
      configure({ unknownService: true });
    },
    () => {
      configure({ unknownMembers: { CreateVpc: 'drop' } } as never);
    },
    () => awsSdkStubber({ fastLoading: 'yes' as never }),
  ],
  'a-command-in-place-of-its-class': [
    () => stub(EC2Client).on('CreateVpc', new CreateVpcCommand({}) as never),
    () => {
      expect(EC2Client).toHaveCalledOperation('CreateVpc', new CreateVpcCommand({}));
    },
  ],
  'other-calls-that-nothing-answers': [
    () => {
      mockClient(SNSClient, { unstubbed: 'throw' });
      return new SNSClient({}).send(new PublishCommand({ Message: 'a' }));
    },
  ],
};
