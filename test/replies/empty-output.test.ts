import { DeleteVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { stub } from '../../src/index.js';

const deleteVpc = new DeleteVpcCommand({ VpcId: 'vpc-1' });

test('an operation without an output is answered with nothing, however that is written', async () => {
  const client = new EC2Client({});
  for (const answer of [undefined, {}, { $metadata: { httpStatusCode: 204 } }]) {
    stub(client).on(DeleteVpcCommand).resolves(answer);
    expect(Object.keys(await client.send(deleteVpc))).toEqual(['$metadata']);
    stub(client)
      .on(DeleteVpcCommand)
      .answers(() => answer);
    expect(Object.keys(await client.send(deleteVpc))).toEqual(['$metadata']);
  }
  expect(() =>
    stub(client)
      .on(DeleteVpcCommand)
      .resolves({ Return: true } as never),
  ).toThrow('Return: no such member; it takes no members');
});
