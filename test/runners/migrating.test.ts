import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project, runVitest } from './project.js';

const text = readFileSync(join(import.meta.dirname, '../../docs/migrating.md'), 'utf8');

/** The code under test that the blocks speak of. */
const CODE = {
  'notify.ts': `
    import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
    export const notify = (Message: string) => new SNSClient({}).send(new PublishCommand({ Message, TopicArn: 'arn' }));`,
  'reports.ts': `
    import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
    const s3 = new S3Client({});
    export async function readReport(Key: string): Promise<string | undefined> {
      return (await s3.send(new GetObjectCommand({ Bucket: 'reports', Key }))).Body?.transformToString();
    }
    export async function copyReport(from: string, to: string): Promise<void> {
      let Body: string | undefined;
      try {
        Body = await readReport(from);
      } catch (error) {
        throw error instanceof NoSuchKey ? new Error('There is no ' + from + '.') : error;
      }
      await s3.send(new PutObjectCommand({ Bucket: 'reports', Key: to, Body }));
    }`,
  'users.ts': `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
    const users = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const key = (id: string) => ({ TableName: 'users', Key: { id } });
    export async function nameOf(id: string) {
      return (await users.send(new GetCommand(key(id)))).Item?.['name'];
    }
    export async function countUp(id: string) {
      const UpdateExpression = 'ADD visits :one';
      const ExpressionAttributeValues = { ':one': 1 };
      const update = new UpdateCommand({ ...key(id), UpdateExpression, ExpressionAttributeValues });
      return (await users.send(update)).Attributes?.['visits'];
    }`,
};

test('each block of docs/migrating.md does what it says', async () => {
  const blocks = [...text.matchAll(/^## (.*?)$|^```ts\n(.*?)^```$/gms)];
  const files: Record<string, string> = {};
  let chapter = '';
  for (const [i, [, title, code]] of blocks.entries()) {
    if (title !== undefined) chapter = title;
    else if (code !== undefined) {
      const name = `${chapter.replaceAll(/\W+/g, '-')}-${i}`;
      const isTest = /^ *test\(/m.test(code);
      files[`${name}.test.ts`] = isTest ? code : `${code}\ntest('${name}', () => undefined);`;
    }
  }
  expect(Object.keys(files)).toHaveLength(text.match(/^```[jt]sx?$/gm)?.length ?? 0);
  const folder = project({
    ...CODE,
    ...files,
    'vitest.config.js':
      "export default { test: { globals: true, setupFiles: ['aws-sdk-stubber/vitest'] } };",
  });
  const run = await runVitest(folder);
  expect(run.fileFailures).toEqual([]);
  expect(Object.entries(run.tests).filter(([, { status }]) => status !== 'passed')).toEqual([]);
  expect(run.exitCode).toBe(0);
});
