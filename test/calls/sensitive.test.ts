import { CreateLoginProfileCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  LambdaClient,
  type CreateFunctionCommandInput,
} from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { fromTokenFile } from '@aws-sdk/credential-providers';
import { format } from 'pretty-format';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { OpenCall, RequestIds } from '../../src/calls/index.js';
import { configure, stub, UnstubbedOperationError } from '../../src/index.js';
import { inputError } from '../../src/stubs/index.js';
import { messageOf } from '../message-of.js';

const iam = new IAMClient({});
const lambda = new LambdaClient({});
const login = { UserName: 'ada', Password: 'SECRET-1' };
const made: CreateFunctionCommandInput = {
  FunctionName: 'orders',
  Role: 'arn:aws:iam::123456789012:role/x',
  Code: { ZipFile: Buffer.from('SECRET') },
  Environment: { Variables: { TOKEN: 'SECRET-2' } },
};

/** Everything that may be printed of a value. */
function printed(value: unknown): string {
  return [inspect(value, { depth: 9 }), JSON.stringify(value), format(value)].join('\n');
}

describe('what the service’s model calls sensitive is not shown', () => {
  test('in the error of a call that nothing answers, nor in its input where that is printed', async () => {
    stub(IAMClient, { unstubbed: 'throw' });
    stub(IAMClient)
      .on('CreateLoginProfile', { UserName: 'ada', Password: 'SECRET-3' })
      .resolves({});
    const error: unknown = await iam
      .send(new CreateLoginProfileCommand(login))
      .catch((refusal: unknown) => refusal);
    const { message, input } = error as UnstubbedOperationError;
    expect(message.replace(/in .*:\d+:\d+/, 'in …')).toMatchInlineSnapshot(`
      "No stub answers IAM CreateLoginProfile. Nothing was sent to AWS.

        IAMClient was called with
          { UserName: 'ada', Password: [sensitive] }

      The nearest stub:

        IAMClient CreateLoginProfile { UserName: 'ada', Password: [sensitive] }
           in …
           - Password: [sensitive]
           + Password: [sensitive]

      To answer it, add to the test:

        stub(IAMClient).on('CreateLoginProfile', { UserName: 'ada' }).resolves({ /* LoginProfile */ });"
    `);
    expect(printed(error)).not.toContain('SECRET');
    expect(printed(input)).not.toContain('SECRET');
    expect(printed(input)).toContain('[sensitive]');
    // It is compared as it is.
    expect(input).toEqual(login);
  });

  test('whole structures of it, in lists of calls and debug()', async () => {
    stub(LambdaClient)
      .on('CreateFunction')
      .resolves({ Environment: { Variables: { TOKEN: 'SECRET' } } });
    await lambda.send(new CreateFunctionCommand(made));
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    stub().debug();
    const text = log.mock.calls.join('\n');
    log.mockRestore();
    expect(text).toMatchInlineSnapshot(`
      "1 call of every client
        1. Lambda CreateFunction { FunctionName: 'orders', Role: 'arn:aws:iam::123456789012:role/x', Code: { ZipFile: [sensitive] }, Environment: { Vari…
           → { Environment: { Variables: [sensitive] } }"
    `);
    expect(printed(stub(LambdaClient).calls())).not.toContain('SECRET');
    expect(stub(LambdaClient).calls()).toEqual([
      { service: 'Lambda', operation: 'CreateFunction', input: made },
    ]);
  });

  test('in what a matcher says, which compares it all the same', async () => {
    stub(IAMClient).on('CreateLoginProfile').resolves({});
    await iam.send(new CreateLoginProfileCommand(login));
    expect(IAMClient).toHaveCalledOperation('CreateLoginProfile', login);
    const message = await messageOf(() => {
      expect(IAMClient).toHaveCalledOperation('CreateLoginProfile', {
        UserName: 'ada',
        Password: 'SECRET-4',
      });
    });
    expect(message).toMatchInlineSnapshot(`
      "expect(IAMClient).toHaveCalledOperation('CreateLoginProfile', params)

      Expected a call of CreateLoginProfile with { "Password": "[sensitive]", "UserName": "ada" }

      The nearest call is call 1:

      - Expected
      + Received

        {
      -   "Password": "[sensitive]",
      +   "Password": "[sensitive], another one",
          "UserName": "ada",
        }

      1 call of IAMClient:
      → 1. CreateLoginProfile { "Password": "[sensitive]", "UserName": "ada" }"
    `);
  });

  test('in the error of an input that is wrong', () => {
    const input = { UserName: 'ada', Password: 12_345_678 as never };
    const call = new OpenCall(iam, new CreateLoginProfileCommand(input), new RequestIds());
    expect(inputError(call)?.message).toContain('Password: expected a string, got [sensitive]\n');
  });

  test('in requests: signatures, sessions, headers and bodies', async () => {
    configure({ delivery: 'wire' });
    stub().on('PutObject').resolves({});
    stub(STSClient).on('AssumeRole').resolves({});
    const credentials = { accessKeyId: 'AKIA', secretAccessKey: 's', sessionToken: 'SECRET-5' };
    const s3 = new S3Client({ credentials });
    const SSECustomerKey = 'SECRETSECRETSECRETSECRETSECRET12';
    await s3.send(
      new PutObjectCommand({
        Bucket: 'docs',
        Key: 'k',
        SSECustomerKey,
        SSECustomerAlgorithm: 'AES256',
      }),
    );
    const [request] = stub(S3Client).calls()[0]?.requests ?? [];
    const { authorization = '', ...headers } = request?.headers ?? {};
    const name = 'x-amz-server-side-encryption-customer-key';
    const message = await messageOf(() => {
      expect(S3Client).toHaveSentRequest({
        headers: { authorization: 'other', 'x-amz-security-token': 'other', [name]: 'other' },
      });
    });
    expect(message).not.toContain('SECRET');
    expect(message).not.toContain(authorization);
    expect(message).not.toContain(headers[name]);
    expect(message).toContain('[sensitive]');
    expect(S3Client).toHaveSentRequest({ headers: { 'x-amz-security-token': 'SECRET-5' } });
  });

  test('also where credentials are asked for on the way', async () => {
    configure({ unstubbed: 'throw' });
    const webIdentityTokenFile = join(mkdtempSync(join(tmpdir(), 'token-')), 'token');
    writeFileSync(webIdentityTokenFile, 'SECRETwebIdentity');
    const provide = fromTokenFile({
      webIdentityTokenFile,
      roleArn: 'arn:aws:iam::123456789012:role/x',
    });
    const error: unknown = await provide().catch((refusal: unknown) => refusal);
    expect(printed(error) + String((error as Error).cause)).not.toContain('SECRET');
    expect(String(error)).toContain('WebIdentityToken: [sensitive]');
  });
});

test('what no model calls so is shown', async () => {
  stub(STSClient, { unstubbed: 'throw' });
  const role = { RoleArn: 'arn:aws:iam::123456789012:role/x', RoleSessionName: 'tests' };
  await expect(new STSClient({}).send(new AssumeRoleCommand(role))).rejects.toThrow(
    "RoleSessionName: 'tests'",
  );
});
