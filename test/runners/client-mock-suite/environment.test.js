import { fromEnv, fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish, whoAmI } from './app.js';

const OF_PROCESS = process.env;
const keys = {
  accessKeyId: 'testing',
  secretAccessKey: 'testing-secret',
  sessionToken: 'testing-token',
};
const sns = mockClient(SNSClient);
const sts = mockClient(STSClient);

beforeEach(() => {
  sns.reset();
  sts.reset();
  process.env = { ...OF_PROCESS };
});
afterAll(() => {
  process.env = OF_PROCESS;
});

test.each([
  ['AWS_REGION', 'eu-central-1'],
  ['AWS_DEFAULT_REGION', 'eu-central-1'],
  ['AWS_ACCESS_KEY_ID', 'testing'],
  ['AWS_SECRET_ACCESS_KEY', 'testing-secret'],
  ['AWS_SESSION_TOKEN', 'testing-token'],
  ['AWS_ACCOUNT_ID', '123456789012'],
  ['AWS_SHARED_CREDENTIALS_FILE', 'credentials.ini'],
  ['AWS_LAMBDA_FUNCTION_NAME', 'function-of-tests'],
  ['AWS_OF_CONFIG', 'of-config'],
])('%s is what the project set', (name, value) => {
  expect(process.env[name]).toBe(value);
});

test('clients have the project’s region and keys', async () => {
  const { config } = new S3Client({});
  expect(await config.region()).toBe('eu-central-1');
  expect(await config.credentials()).toMatchObject(keys);
});
test('providers have them as well', async () => {
  expect(await fromEnv()()).toMatchObject(keys);
  expect(await fromNodeProviderChain()()).toMatchObject(keys);
});
test('a client’s own come first', async () => {
  const { config } = new S3Client({
    region: 'us-west-2',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  expect(await config.region()).toBe('us-west-2');
  expect(await config.credentials()).toMatchObject({ accessKeyId: 'a' });
});
test('profiles of the project', async () => {
  expect(await fromIni({ profile: 'of-tests' })()).toMatchObject({ accessKeyId: 'of-file' });
  process.env.AWS_PROFILE = 'of-tests';
  expect(await fromIni()()).toMatchObject({ accessKeyId: 'of-file' });
});
test('a file of the test’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
  process.env.AWS_SHARED_CREDENTIALS_FILE = join(folder, 'credentials');
  writeFileSync(
    process.env.AWS_SHARED_CREDENTIALS_FILE,
    '[of-test]\naws_access_key_id = of-test\naws_secret_access_key = secret\n',
  );
  const provider = fromIni({ profile: 'of-test', ignoreCache: true });
  expect(await provider()).toMatchObject({ accessKeyId: 'of-test' });
  rmSync(folder, { recursive: true });
});
test('a region that a test sets', async () => {
  process.env.AWS_REGION = 'ap-south-1';
  sns.callsFake(async (_, getClient) => ({ MessageId: await getClient().config.region() }));
  expect(await publish(['a'])).toEqual(['ap-south-1']);
});
test('a region that a test deletes', async () => {
  delete process.env.AWS_REGION;
  await expect(new S3Client({}).config.region()).rejects.toThrow('Region is missing');
});
test('an empty environment', async () => {
  process.env = {};
  sns.resolves({ MessageId: '1' });
  expect(await publish(['a'])).toEqual(['1']);
  expect(sns).toHaveReceivedCommandWith(PublishCommand, { TopicArn: undefined });
});

test('the account is the mock’s', async () => {
  sts.on(GetCallerIdentityCommand).resolves({ Account: '210987654321' });
  expect(await whoAmI()).toBe('210987654321');
});
