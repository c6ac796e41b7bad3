import { EC2Client } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { stub } from '../../src/index.js';
import { resource } from '../../src/resources/index.js';

const ec2 = resource(new EC2Client({}));

test('ec2.createTags() gives a tag for each tag of each resource', async () => {
  stub(EC2Client).on('CreateTags').resolves();

  const tags = await ec2.createTags({
    Resources: ['vpc-1', 'subnet-1'],
    Tags: [{ Key: 'stage', Value: 'test' }, { Key: 'temporary' }],
  });

  expect(tags.map(String)).toEqual([
    'ec2.Tag(resourceId="vpc-1", key="stage", value="test")',
    'ec2.Tag(resourceId="vpc-1", key="temporary", value="")',
    'ec2.Tag(resourceId="subnet-1", key="stage", value="test")',
    'ec2.Tag(resourceId="subnet-1", key="temporary", value="")',
  ]);
  expect(EC2Client).toHaveCalledOperationOnce('CreateTags');
});

test('instance.deleteTags() fills the instance in', async () => {
  stub(EC2Client).on('DeleteTags').resolves();

  await ec2.Instance('i-1').deleteTags({ Tags: [{ Key: 'stage' }] });

  expect(EC2Client).toHaveCalledOperation('DeleteTags', {
    Resources: ['i-1'],
    Tags: [{ Key: 'stage' }],
  });
});
