import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { test } from 'vitest';
import { clientOf } from './client.mjs';
import { operations } from './operations.mjs';
import { cpuSince, record } from './record.mjs';

const WARM_UP = 10;
const TESTS = 20;
const CALLS = 50;

/** Responses as AWS sends them, for the outputs that the other side stubs. */
const RESPONSES = {
  CreateVpc: {
    headers: { 'content-type': 'text/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><CreateVpcResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><vpc><vpcId>vpc-a01106c2</vpcId><ownerId>123456789012</ownerId><state>pending</state><cidrBlock>10.0.0.0/16</cidrBlock><dhcpOptionsId>dopt-19edf471</dhcpOptionsId><instanceTenancy>default</instanceTenancy><isDefault>false</isDefault><cidrBlockAssociationSet><item><associationId>vpc-cidr-assoc-062c64cfafEXAMPLE</associationId><cidrBlock>10.0.0.0/16</cidrBlock><cidrBlockState><state>associated</state></cidrBlockState></item></cidrBlockAssociationSet><ipv6CidrBlockAssociationSet/><tagSet><item><key>Name</key><value>main</value></item><item><key>stage</key><value>test</value></item></tagSet></vpc></CreateVpcResponse>`,
  },
  GetObject: {
    headers: {
      'accept-ranges': 'bytes',
      'content-length': '2048',
      'content-type': 'application/json',
      etag: '"6805f2cfc46c0f04559748bb039d69ae"',
      'last-modified': 'Fri, 21 Nov 2025 10:00:00 GMT',
      'x-amz-meta-owner': 'billing',
      'x-amz-server-side-encryption': 'AES256',
      'x-amz-request-id': '1',
    },
    body: Buffer.alloc(2048, '{"total":42}'),
  },
  GetItem: {
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': '1' },
    body: '{"Item":{"id":{"S":"order-1"},"customer":{"S":"customer-17"},"total":{"N":"99.95"},"paid":{"BOOL":true},"lines":{"L":[{"M":{"sku":{"S":"sku-1"},"quantity":{"N":"2"}}},{"M":{"sku":{"S":"sku-2"},"quantity":{"N":"1"}}}]}}}',
  },
};

/** The SDK alone, with a transport that answers at once. */
export function run() {
  for (const { name, Client, Command, input } of operations) {
    const { headers, body } = RESPONSES[name];
    const bytes = Buffer.from(body);
    const client = clientOf(Client);
    client.config.requestHandler = {
      handle: () =>
        Promise.resolve({
          response: { statusCode: 200, headers: { ...headers }, body: Readable.from([bytes]) },
        }),
    };
    test(`${name}, canned`, async () => {
      await time(WARM_UP * CALLS);
      record(`wire ${name}`, 'theirs', (await time(TESTS * CALLS)) / TESTS / CALLS);
    });

    async function time(count) {
      const commands = Array.from({ length: count }, () => new Command(input()));
      const begin = process.cpuUsage();
      for (const command of commands) {
        const received = await client.send(command);
        if (received.Body instanceof Readable) await received.Body.transformToByteArray();
      }
      return cpuSince(begin);
    }
  }
}
