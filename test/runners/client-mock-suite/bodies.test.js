import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { sdkStreamMixin } from '@smithy/util-stream';
import { mockClient } from 'aws-sdk-client-mock';
import { Readable } from 'node:stream';
import { putJson, putText, readObject } from './app.js';

const mock = mockClient(S3Client);
beforeEach(() => mock.reset());

test.each([
  ['only what is used of it', () => ({ transformToString: async () => 'text' })],
  ['of sdkStreamMixin', () => sdkStreamMixin(Readable.from([Buffer.from('text')]))],
  [
    'a stream with a method',
    () => Object.assign(Readable.from(['text']), { transformToString: () => 'text' }),
  ],
  ['a mock function', () => ({ transformToString: vi.fn().mockResolvedValue('text') })],
])('a body: %s', async (_, body) => {
  mock.on(GetObjectCommand).resolves({ Body: body() });
  expect(await readObject('k')).toBe('text');
});

test('the very body comes back, once read it is empty', async () => {
  const Body = sdkStreamMixin(Readable.from([Buffer.from('text')]));
  mock.on(GetObjectCommand).resolves({ Body });
  expect((await new S3({}).getObject({ Bucket: 'b', Key: 'k' })).Body).toBe(Body);
  await readObject('k');
  await expect(readObject('k')).rejects.toThrow();
});

test('a stream that fails', async () => {
  const Body = new Readable({
    read() {
      this.destroy(new Error('broken'));
    },
  });
  mock.on(GetObjectCommand).resolves({ Body: sdkStreamMixin(Body) });
  await expect(readObject('k')).rejects.toThrow('broken');
});

test('what was put is in the calls', async () => {
  mock.on(PutObjectCommand).resolves({ ETag: '"1"' });
  await putJson('k', { a: 1 });
  await putText('k', Buffer.from('text'));
  expect(mock).toHaveReceivedCommandWith(PutObjectCommand, { Body: '{"a":1}' });
  expect(mock.commandCalls(PutObjectCommand)[1].args[0].input.Body.toString()).toBe('text');
});

test('a stream that is put is not read', async () => {
  const Body = Readable.from(['text']);
  await putText('k', Body);
  expect(mock.call(0).args[0].input.Body).toBe(Body);
  expect(Body.readableDidRead).toBe(false);
});

describe('Upload', () => {
  const upload = (Body) =>
    new Upload({ client: new S3Client({}), params: { Bucket: 'b', Key: 'k', Body } });

  test('in parts', async () => {
    mock
      .on(CreateMultipartUploadCommand)
      .resolves({ UploadId: '1' })
      .on(UploadPartCommand)
      .resolves({ ETag: '"1"' })
      .on(CompleteMultipartUploadCommand)
      .resolves({ Location: 'there' });
    expect((await upload('x'.repeat(6 * 1024 * 1024)).done()).Location).toBe('there');
    expect(mock).toHaveReceivedCommandTimes(UploadPartCommand, 2);
  });
  test('in parts, nothing said of the last', async () => {
    mock
      .on(CreateMultipartUploadCommand)
      .resolves({ UploadId: '1' })
      .on(UploadPartCommand)
      .resolves({ ETag: '1' });
    expect(await upload('x'.repeat(6 * 1024 * 1024)).done()).toBeUndefined();
  });
  test('a part fails', async () => {
    mock
      .on(CreateMultipartUploadCommand)
      .resolves({ UploadId: '1' })
      .on(UploadPartCommand)
      .rejects('no part');
    await expect(upload('x'.repeat(6 * 1024 * 1024)).done()).rejects.toThrow('no part');
  });
  test('a small one, as client-mock’s README has it', async () => {
    mock.on(PutObjectCommand).callsFake(async (input, getClient) => {
      getClient().config.endpoint = () => ({ hostname: '' });
      return {};
    });
    await upload('x').done();
    expect(mock).toHaveReceivedCommandTimes(PutObjectCommand, 1);
  });
  test('a small one that fails', async () => {
    mock.on(PutObjectCommand).rejects();
    await expect(upload('x').done()).rejects.toThrow();
  });
});

test('a signed URL needs no mock and is no call', async () => {
  const url = await getSignedUrl(new S3Client({}), new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
  expect(url).toContain('X-Amz-Credential=testing%2F');
  expect(url).toContain('eu-central-1');
  expect(mock).not.toHaveReceivedAnyCommand();
});
