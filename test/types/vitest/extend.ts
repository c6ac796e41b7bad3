import { awsFixtures, type BucketFixture, type VpcFixture } from 'aws-sdk-stubber';
import { test as base } from 'vitest';

const test = base.extend(awsFixtures({ network: ['vpc', { subnets: 2 }], files: 'bucket' }));

test('names them', ({ network, files }) => {
  const vpc: VpcFixture = network;
  const bucket: BucketFixture = files;
  const id: string = network.subnets[0]?.id ?? bucket.name;
  // @ts-expect-error -- a network is no bucket
  const wrong: BucketFixture = network;
  return void [vpc, id, wrong];
});

// Beside fixtures of another kind, and further on.
const more = test.extend(awsFixtures({ machine: ['instance', { state: 'stopped' }] })).extend<{
  n: number;
}>({ n: 1 });
more('has all of them', ({ machine, network, n }) => {
  const text: string = machine.id + network.vpc.id + n.toFixed();
  return void text;
});

// @ts-expect-error -- no such fixture
awsFixtures({ network: 'vcp' });
// @ts-expect-error -- no such option
awsFixtures({ network: ['vpc', { subnet: 2 }] });
// @ts-expect-error -- an option of another fixture
awsFixtures({ files: ['bucket', { subnets: 2 }] });
