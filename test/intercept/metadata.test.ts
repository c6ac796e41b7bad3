import http from 'node:http';
import { createRequire } from 'node:module';
import net, { type AddressInfo } from 'node:net';
import {
  createCredentialChain,
  fromContainerMetadata,
  fromHttp,
  fromInstanceMetadata,
  fromEnv,
} from '@aws-sdk/credential-providers';
import { MetadataService } from '@aws-sdk/ec2-metadata-service';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { configure, NetworkBlockedError } from '../../src/index.js';
import { closeEnvironment } from '../../src/intercept/index.js';

const CREDENTIALS = {
  AccessKeyId: 'ASIAOFTHECONTAINER',
  SecretAccessKey: 'secret',
  Token: 'token',
  Expiration: '2099-01-01T00:00:00Z',
};

type Make<Options> = (options?: Options) => () => Promise<unknown>;

/** Copies of other years, from inside an older client. */
const older = createRequire(createRequire(import.meta.url).resolve('sqs-3.600'));
const olderFromHttp = (
  older('@aws-sdk/credential-provider-http') as { fromHttp: Make<{ maxRetries?: number }> }
).fromHttp;
const ofOlderImds = older('@smithy/credential-provider-imds') as {
  fromContainerMetadata: Make<object>;
  fromInstanceMetadata: Make<object>;
};

/** Servers on this machine: one that answers the second time only, and one that is shut like any other place. */
let asked = 0;
const open = http.createServer((_, response) => {
  asked += 1;
  response.writeHead(asked === 1 ? 500 : 200).end(JSON.stringify(CREDENTIALS));
});
const shut = http.createServer((_, response) => {
  asked += 1;
  response.end(JSON.stringify(CREDENTIALS));
});
const placeOf = (server: http.Server): string =>
  `http://localhost:${String((server.address() as AddressInfo).port)}`;

beforeAll(async () => {
  for (const server of [open, shut]) {
    await new Promise<void>((resolve) => server.listen(0, resolve));
  }
  // What a variable of the machine names as a proxy is not this machine.
  closeEnvironment({ HTTP_PROXY: placeOf(shut) }, () => true);
});
afterAll(() => {
  open.close();
  shut.close();
});

beforeEach(() => {
  asked = 0;
});

describe('what asks the container or the machine it runs on', () => {
  test.each<[string, () => () => Promise<unknown>]>([
    ['fromHttp', () => fromHttp({ awsContainerCredentialsFullUri: placeOf(shut) })],
    ['fromHttp of 2024', () => olderFromHttp()],
    ['fromContainerMetadata', () => fromContainerMetadata()],
    ['fromContainerMetadata of 2024', () => ofOlderImds.fromContainerMetadata()],
    [
      'a MetadataService',
      () => () => new MetadataService({ endpoint: placeOf(shut) }).fetchMetadataToken(),
    ],
  ])('asks once what is shut, and tells what it is: %s', async (_, provider) => {
    configure({ network: { blocked: 'throw' } });
    delete process.env['AWS_ACCESS_KEY_ID'];
    process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] = placeOf(shut);
    const connect = vi.spyOn(net.Socket.prototype, 'connect');
    await expect(provider()()).rejects.toBeInstanceOf(NetworkBlockedError);
    expect(connect).toHaveBeenCalledOnce();
    expect(asked).toBe(0);
    connect.mockRestore();
  });

  test.each<[string, () => () => Promise<unknown>]>([
    ['fromInstanceMetadata', () => fromInstanceMetadata({ maxRetries: 2 })],
    ['fromInstanceMetadata of 2024', () => ofOlderImds.fromInstanceMetadata({ maxRetries: 2 })],
    [
      'a MetadataService',
      () => () => new MetadataService({ endpoint: placeOf(shut) }).request('/latest/meta-data', {}),
    ],
  ])('and is refused with the same error where it asks in another way: %s', async (_, provider) => {
    configure({ network: { blocked: 'throw' } });
    delete process.env['AWS_ACCESS_KEY_ID'];
    delete process.env['AWS_EC2_METADATA_DISABLED'];
    process.env['AWS_EC2_METADATA_SERVICE_ENDPOINT'] = placeOf(shut);
    await expect(provider()()).rejects.toBeInstanceOf(NetworkBlockedError);
    expect(asked).toBe(0);
  });

  test('leaves a chain of providers its next one, where the test is about that', async () => {
    configure({ network: { blocked: 'throw' } });
    process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] = placeOf(shut);
    const chain = createCredentialChain(fromHttp(), fromContainerMetadata(), fromEnv());
    expect(await chain()).toMatchObject({ accessKeyId: 'AKIASTUBBEREXAMPLE00' });
    expect(asked).toBe(0);
  });

  test.each([
    ['today', fromHttp],
    ['2024', olderFromHttp],
  ])('asks a server on this machine again, by fromHttp of %s', async (_, make) => {
    process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] = placeOf(open);
    const provider = make({ maxRetries: 1, timeout: 50 });
    expect(await provider()).toMatchObject({ accessKeyId: 'ASIAOFTHECONTAINER' });
    expect(asked).toBe(2);
  });

  test('fails with what a server on this machine said, after as many retries as it has', async () => {
    const provider = fromHttp({
      awsContainerCredentialsFullUri: placeOf(open),
      maxRetries: 0,
      timeout: 50,
    });
    await expect(provider()).rejects.toMatchObject({ name: 'CredentialsProviderError' });
    expect(asked).toBe(1);
    asked = 0;
    const again = fromHttp({ awsContainerCredentialsFullUri: placeOf(open), timeout: 50 });
    expect(await again()).toMatchObject({ accessKeyId: 'ASIAOFTHECONTAINER' });
  });
});
