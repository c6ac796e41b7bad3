import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest, type Results } from './project.js';

/** What functions of a test do after the call that woke them, up to the end of the test. */
const suite = `
  const s3 = new S3Client({ region: 'us-east-1' });
  const put = (Key) => s3.send(new PutObjectCommand({ Bucket: 'photos', Key, Body: 'png' }));
  const seen = [];

  describe('a function', () => {
    const bucket = useAwsFixture('bucket', { name: 'photos' });

    test('is waited for by the end of the test', async () => {
      useAwsFixture('function', {
        name: 'quick',
        on: bucket,
        handler: () => new Promise((resolve) => setTimeout(resolve, 50)).then(() => { seen.push('quick'); }),
      });
      await put('a.png');
    });

    test('has run by then', () => {
      expect(seen).toEqual(['quick']);
    });

    test('that never ends fails its test', async () => {
      useAwsFixture('function', { name: 'endless', timeout: 60, on: bucket, handler: () => new Promise(() => {}) });
      await put('a.png');
    });

    test('that slowly wakes itself fails its test, which draws the circle', async () => {
      const again = () => new Promise((resolve) => setTimeout(resolve, 20)).then(() => put('again.png'));
      useAwsFixture('function', { name: 'slow', timeout: 60, on: bucket, handler: again });
      await put('a.png');
    });

    test('that wakes itself fails its test, also where it swallows the error', async () => {
      const account = useAwsFixture('account');
      useAwsFixture('function', {
        name: 'loop',
        on: bucket,
        handler: async () => { await put('again.png').catch(() => undefined); },
      });
      await put('a.png');
      await account.settled().catch(() => undefined);
    });

    test('that is to be tried again in a minute is forgotten', async () => {
      useAwsFixture('function', { name: 'failing', on: bucket, handler: async () => { throw new Error('no'); } });
      await put('a.png');
    });

    test('calls for the test that woke it', async () => {
      const account = useAwsFixture('account');
      useAwsFixture('function', {
        name: 'lister',
        on: bucket,
        handler: async () => { await s3.send(new ListBucketsCommand({})); },
      });
      await put('a.png');
      await account.settled();
      expect(stub(S3Client).calls('ListBuckets').map(({ caller }) => caller)).toEqual(['function lister']);
      expect(stub(S3Client).calls('PutObject').map(({ caller }) => caller)).toEqual([undefined]);
    });
  });

  describe('in an account that lasts', () => {
    let account;
    let shots;
    beforeAll(() => {
      account = useAwsFixture('account');
      shots = useAwsFixture('bucket', { name: 'photos' });
      useAwsFixture('function', { name: 'last', on: shots, handler: async () => { seen.push('last'); } });
    });
    test('one test puts', () => put('a.png'));
    test('the next finds what its function did', () => {
      expect(seen.filter((each) => each === 'last')).toHaveLength(1);
      expect(account).toHaveDelivered({ from: shots, status: 'delivered' });
    });
  });
`;

const IMPORTS = `import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stub, useAwsFixture } from 'aws-sdk-stubber';`;

function expectEnds({ tests, fileFailures }: Results): void {
  const failed = Object.fromEntries(
    Object.entries(tests)
      .filter(([, { status }]) => status === 'failed')
      .map(([name, { messages }]) => [name, messages.join('\n')]),
  );
  expect(Object.keys(failed)).toEqual([
    'a function that never ends fails its test',
    'a function that slowly wakes itself fails its test, which draws the circle',
    'a function that wakes itself fails its test, also where it swallows the error',
  ]);
  expect(failed['a function that never ends fails its test']).toContain(
    'A delivery still runs, 1 s after the end of its test: bucket photos → function endless. ',
  );
  expect(
    failed['a function that slowly wakes itself fails its test, which draws the circle'],
  ).toContain(
    'Deliveries still go in a circle, 1 s after the end of their test:\n\n  bucket photos\n  → function slow\n  → bucket photos\n  → function slow\n\nAWS would go on',
  );
  expect(
    failed['a function that wakes itself fails its test, also where it swallows the error'],
  ).toContain('bucket photos\n  → function loop\n  → bucket photos');
  expect(Object.keys(tests)).toHaveLength(9);
  expect(fileFailures).toEqual([]);
}

describe('what functions of fixtures do after a call', () => {
  test('belongs to its test, in Vitest', async () => {
    const folder = project({
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      'a.test.js': `${IMPORTS}\nimport { beforeAll, describe, expect, test } from 'vitest';\n${suite}`,
    });
    expectEnds(await runVitest(folder));
  });

  test('belongs to its test, in Jest', async () => {
    const folder = project({
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
      'a.test.js': `${IMPORTS.replace(/import (\{.*\}) from ('.*');/g, 'const $1 = require($2);')}\n${suite}`,
    });
    expectEnds(await runJest(folder));
  });
});
