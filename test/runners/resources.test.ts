import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { project, runJest, runNode, runVitest } from './project.js';

/** What a program does with resources; the SDK gets its answers from a handler of the program's own. */
const PROGRAM = `
  const sent = [];
  const answering = (type, text) => ({
    handle: async ({ body }) => {
      sent.push(String(body ?? ''));
      return { response: { statusCode: 200, headers: { 'content-type': type }, body: Readable.from([Buffer.from(text)]) } };
    },
  });
  const settings = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
  const xml = '<DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><reservationSet><item>' +
    '<instancesSet><item><instanceId>i-1</instanceId></item></instancesSet></item></reservationSet></DescribeInstancesResponse>';
  const json = '{"Items":[{"id":{"S":"1"},"total":{"N":"2"}}]}';
  const refusal = (promise) => promise.then(() => 'not refused', ({ message }) => message);
  const plain = new DynamoDBClient({ ...settings, requestHandler: answering('application/x-amz-json-1.0', json) });

  export async function main() {
    const client = () => new EC2Client({ ...settings, requestHandler: answering('text/xml', xml) });
    const ec2 = resource(client());
    const refused = await refusal(ec2.instances.filter({ filters: [] }).terminate());
    const others = [
      await refusal(ec2.createVpc({ CidrBlok: '10.0.0.0/16' })),
      await refusal(ec2.Vpc('vpc-1').waitUntilExists({ VpcIdz: [] })),
      await refusal(ec2.Vpc('vpc-1').load({ DryRum: true })),
    ].map((message) => message.split('\\n')[0]);
    const before = sent.length;
    const listed = (await ec2.instances.toArray()).map(String);
    const off = await resource(client(), { validate: false }).instances.filter({ filters: [] }).toArray();
    const items = [];
    for (const each of [plain, DynamoDBDocumentClient.from(plain)]) {
      const table = resource(each).Table('orders');
      const { Items } = await table.query({ KeyConditionExpression: Key('id').eq('1') });
      items.push(...Items, JSON.parse(sent.at(-1)).ExpressionAttributeValues);
    }
    console.log('RESULT ' + JSON.stringify({ refused, others, before, listed, off: off.length, items }));
  }
  main();`;

const imports = `
  import { Readable } from 'node:stream';
  import { EC2Client } from '@aws-sdk/client-ec2';
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
  import { Key, resource } from 'aws-sdk-stubber/resource';`;
const requires = imports.replaceAll(/import (.*) from (.*);/g, 'const $1 = require($2);');

const values = { ':v0': { S: '1' } };
const RESULT = {
  refused:
    'EC2 DescribeInstances does not take this input. Nothing was sent to AWS.\n\n' +
    '  filters: no such member; did you mean Filters? (allowed: Filters, DryRun, InstanceIds, NextToken, ' +
    'MaxResults, IncludeManagedResources)\n\n' +
    'For a service that is off its model: resource(client, { validate: false }).\n\n' +
    'See https://aws-sdk-stubber.github.io/aws-sdk-stubber/messages#invalidinputerror',
  others: [
    'EC2 CreateVpc does not take this input. Nothing was sent to AWS.',
    'EC2 DescribeVpcs does not take this input. Nothing was sent to AWS.',
    'EC2 DescribeVpcs does not take this input. Nothing was sent to AWS.',
  ],
  before: 0,
  listed: ['ec2.Instance(id="i-1")'],
  off: 1,
  items: [{ id: '1', total: 2 }, values, { id: '1', total: 2 }, values],
};

/** What the program says, run from a folder that has nothing installed. */
async function resultOf(path: string): Promise<unknown> {
  const { output } = await runNode('/', path);
  return JSON.parse(/^RESULT (.*)$/m.exec(output)?.[1] ?? `"${output}"`) as unknown;
}

describe('resources in a program without a test runner', () => {
  test('check what they send, and find what they need from the client and the program', async () => {
    const folder = project({
      'program.mjs': imports + PROGRAM,
      'program.cjs': requires + PROGRAM.replace('export ', ''),
    });

    expect(await resultOf(join(folder, 'program.mjs'))).toEqual(RESULT);
    expect(await resultOf(join(folder, 'program.cjs'))).toEqual(RESULT);
  });

  test('work in a bundle with the SDK in it, of ES modules and of CommonJS, away from the project', async () => {
    const folder = project({ 'program.mjs': imports + PROGRAM });
    const away = project({});
    renameSync(join(away, 'node_modules'), join(away, 'none'));
    const formats: Record<string, BuildOptions> = {
      'bundle.mjs': { format: 'esm', mainFields: ['module', 'main'] },
      'bundle.cjs': { format: 'cjs' },
    };

    for (const [name, options] of Object.entries(formats)) {
      await build({
        ...options,
        entryPoints: [join(folder, 'program.mjs')],
        outfile: join(away, name),
        bundle: true,
        platform: 'node',
        logLevel: 'error',
      });
      // Nothing that could be found beside it is asked for.
      expect(readFileSync(join(away, name), 'utf8')).not.toMatch(/from\s*["']aws-sdk-stubber/);
      expect(await resultOf(join(away, name)), name).toEqual(RESULT);
    }
  });
});

const body = `
  const table = resource(new DynamoDBClient({})).Table('orders');

  test('leaves writes behind', async () => {
    await table.batchWriter().putItem({ id: '1' });
  });

  test('flushes', async () => {
    stub(DynamoDBClient).on('BatchWriteItem').resolves({});
    await table.batchWriter(async (batch) => batch.putItem({ id: '1' }));
    const batch = table.batchWriter();
    await batch.putItem({ id: '2' });
    await batch.flush();
  });`;

const LEFT =
  'WrongUseError: A batch writer of dynamodb.Table(name="orders") was left with 1 write that nothing sent: end it with ' +
  '`await batch.flush()`, or write `await table.batchWriter(async (batch) => { … })`, which does so.';

const names = {
  '@aws-sdk/client-dynamodb': 'DynamoDBClient',
  'aws-sdk-stubber': 'stub',
  'aws-sdk-stubber/resource': 'resource',
};

describe('a batch writer that is left unflushed', () => {
  test('fails its test in Vitest', async () => {
    const entries = Object.entries({ ...names, vitest: 'test' });
    const folder = project({
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      'a.test.mjs':
        entries.map(([from, all]) => `import { ${all} } from '${from}';`).join('\n') + body,
    });
    const { tests } = await runVitest(folder);

    expect(tests['leaves writes behind']?.messages.join('\n')).toContain(LEFT);
    expect(tests['flushes']?.status).toBe('passed');
  });

  test('fails its test in Jest', async () => {
    const folder = project({
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      'a.test.js':
        Object.entries(names)
          .map(([from, all]) => `const { ${all} } = require('${from}');`)
          .join('\n') + body,
    });
    const { tests } = await runJest(folder);

    expect(tests['leaves writes behind']?.messages.join('\n')).toContain(LEFT);
    expect(tests['flushes']?.status).toBe('passed');
  });
});
