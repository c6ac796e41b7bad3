import { EC2Client } from '@aws-sdk/client-ec2';
import { S3Client } from '@aws-sdk/client-s3';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { resource } from '../../src/resources/index.js';
import { everyKind } from './every-kind.js';

type Members = Record<string, (...args: unknown[]) => unknown>;

const ec2 = resource(new EC2Client({}));
const bucket = resource(new S3Client({})).Bucket('b');
const members = (of: object): Members => of as unknown as Members;

test.each([
  [
    'a kind',
    () => members(ec2)['Subnt']!('subnet-1'),
    "ec2.ServiceResource() has no 'Subnt'. Did you mean 'Subnet'?",
  ],
  [
    'a kind in small letters',
    () => members(ec2)['vpc']!('vpc-1'),
    "ec2.ServiceResource() has no 'vpc'. Did you mean 'Vpc'?",
  ],
  [
    'an action',
    () => members(ec2)['creatVpc']!(),
    "ec2.ServiceResource() has no 'creatVpc'. Did you mean 'createVpc'?",
  ],
  [
    'a collection',
    () => members(ec2.Vpc('vpc-1'))['subnet'],
    `ec2.Vpc(id="vpc-1") has no 'subnet'. Did you mean 'subnets'?`,
  ],
  [
    'a waiter',
    () => members(ec2.Vpc('vpc-1'))['waitUntilAvailabel']!(),
    `ec2.Vpc(id="vpc-1") has no 'waitUntilAvailabel'. Did you mean 'waitUntilAvailable'?`,
  ],
  [
    'a sub-resource',
    () => members(bucket)['Objekt']!('k'),
    `s3.Bucket(name="b") has no 'Objekt'. Did you mean 'Object'?`,
  ],
  [
    'a batch action',
    () => members(bucket.objects)['delet']!(),
    `s3.Bucket(name="b").objects has no 'delet'. Did you mean 'delete'?`,
  ],
])('%s that is misspelt is named', (_, touch, message) => {
  expect(touch).toThrow(message);
});

test('what has nothing near is undefined', () => {
  expect(members(ec2.Vpc('vpc-1'))['CidrBlock']).toBeUndefined();
  expect(members(bucket.objects)['length']).toBeUndefined();
});

/** What runners, `await` and programs look for on anything. */
const PROBES = [
  ...['then', 'catch', 'finally', 'asymmetricMatch', 'nodeType', 'nodeName', 'tagName', '$$typeof'],
  ...[
    '@@__IMMUTABLE_ITERABLE__@@',
    'length',
    'size',
    'next',
    'return',
    'throw',
    'inspect',
    'default',
  ],
  ...[
    'message',
    'stack',
    'cause',
    'code',
    'mock',
    '_isMockFunction',
    'getMockName',
    'hasAttribute',
  ],
  ...['on', 'pipe', 'read', 'write', 'send', 'config', 'getReader', 'source', 'flags', 'buffer'],
  ...['byteLength', 'entries', 'forEach', 'keys', 'map', 'toISOString', 'splice', '__esModule'],
];

test('what is looked for on anything is on no kind an error', async () => {
  const refused: string[] = [];
  for (const { name, make } of everyKind()) {
    const made = await make();
    for (const probe of PROBES) {
      try {
        Reflect.get(made, probe);
      } catch {
        refused.push(`${name} ${probe}`);
      }
    }
    expect(inspect(made)).toContain(`${name}(`);
    expect(made).toEqual(made);
    expect([made]).not.toStrictEqual([{}]);
  }
  expect(refused).toEqual([]);
});
