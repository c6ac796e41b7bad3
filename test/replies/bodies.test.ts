import { once } from 'node:events';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import {
  BedrockRuntimeClient,
  ConverseStreamCommand,
  InvokeModelWithBidirectionalStreamCommand,
  ThrottlingException,
} from '@aws-sdk/client-bedrock-runtime';
import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  SelectObjectContentCommand,
  type GetObjectCommandOutput,
  type PutObjectCommandInput,
  type SelectObjectContentEventStream,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { sdkStreamMixin } from '@smithy/core/serde';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { configure, stub } from '../../src/index.js';

const client = new S3Client({});

type Body = NonNullable<PutObjectCommandInput['Body']>;

async function getBody(): Promise<NonNullable<GetObjectCommandOutput['Body']>> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));
  return Body!;
}

async function getText(): Promise<string> {
  return (await getBody()).transformToString();
}

async function put(Body: Body): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: 'docs', Key: 'a.txt', Body }));
}

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

async function textOf(parts: AsyncIterable<Uint8Array | string>): Promise<string> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(all).toString();
}

const TEXT = 'grüße';
const made = {
  string: () => TEXT,
  Buffer: () => Buffer.from(TEXT),
  Uint8Array: () => new TextEncoder().encode(TEXT),
  'part of a larger buffer': () => new TextEncoder().encode(`>>${TEXT}<<`).subarray(2, -2),
  Blob: () => new Blob([TEXT]),
  'stream of Node': () => Readable.from([Buffer.from(TEXT)]),
  'stream of Node, of texts': () => Readable.from(TEXT),
  'stream of the web': () => new Blob([TEXT]).stream(),
  'asynchronous iterable': () => chunks('grü', 'ße'),
  'asynchronous iterable without a class': () => ({
    [Symbol.asyncIterator]: () => chunks('grü', 'ße'),
  }),
  'body made by hand': () => ({ transformToString: () => Promise.resolve(TEXT) }),
  'body made by hand, of bytes': () => ({
    transformToString: () => Promise.reject(new Error('not asked')),
    transformToByteArray: () => Promise.resolve(Buffer.from(TEXT)),
  }),
  'body that sdkStreamMixin made': () =>
    sdkStreamMixin(Readable.from([Buffer.from(TEXT)])) as Body & Readable,
};
const kinds = Object.entries(made);

describe('a streaming body that is given as', () => {
  test.each(kinds)('a %s is the SDK’s own body', async (_kind, make) => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: make() });
    const Body = await getBody();
    expect(Body).toBeInstanceOf(Readable);
    expect(await Body.transformToString()).toBe(TEXT);
  });

  test.each(kinds)('a %s is fresh for each caller', async (_kind, make) => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: make() });
    expect(await getText()).toBe(TEXT);
    const [one, other] = await Promise.all([getBody(), getBody()]);
    expect(one).not.toBe(other);
    expect(await Promise.all([one.transformToString(), other.transformToString()])).toEqual([
      TEXT,
      TEXT,
    ]);
  });

  test.each(kinds)('a %s by a function is made anew at each call', async (_kind, make) => {
    stub(S3Client)
      .on(GetObjectCommand)
      .answers(() => ({ Body: make() }));
    expect([await getText(), await getText()]).toEqual([TEXT, TEXT]);
  });

  test('a body that another call got can be given on', async () => {
    stub(S3Client).on(GetObjectCommand).resolvesOnce({ Body: TEXT });
    const Body = await getBody();
    stub(S3Client).on(GetObjectCommand).resolves({ Body });
    expect([await getText(), await getText()]).toEqual([TEXT, TEXT]);
  });

  test('a file’s stream', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bodies-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    writeFileSync(join(folder, 'a.txt'), TEXT);
    stub(S3Client)
      .on(GetObjectCommand)
      .resolves({ Body: createReadStream(join(folder, 'a.txt')) });
    expect([await getText(), await getText()]).toEqual([TEXT, TEXT]);
  });
});

describe('a body', () => {
  test('is read as a text in any encoding', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: TEXT });
    expect(await (await getBody()).transformToString('utf-8')).toBe(TEXT);
    expect(await (await getBody()).transformToString('base64')).toBe(
      Buffer.from(TEXT).toString('base64'),
    );
    expect(await (await getBody()).transformToString('hex')).toBe(
      Buffer.from(TEXT).toString('hex'),
    );
  });

  test('is read as bytes', async () => {
    const Body = Uint8Array.of(0, 255, 128, 10);
    stub(S3Client).on(GetObjectCommand).resolves({ Body });
    const bytes = await (await getBody()).transformToByteArray();
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect([...bytes]).toEqual([0, 255, 128, 10]);
  });

  test('is read as a stream of the web', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: TEXT });
    const stream = (await getBody()).transformToWebStream();
    expect(await new Response(stream).text()).toBe(TEXT);
  });

  test('is read once, as AWS’s is', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: TEXT });
    const Body = await getBody();
    await Body.transformToString();
    await expect(Body.transformToString()).rejects.toThrow();
  });

  test('is piped', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: TEXT });
    const zipped = new PassThrough();
    await Promise.all([
      pipeline((await getBody()) as Readable, createGzip(), zipped),
      zipped.toArray().then((parts) => {
        expect(gunzipSync(Buffer.concat(parts as Buffer[])).toString()).toBe(TEXT);
      }),
    ]);

    const target = new PassThrough();
    ((await getBody()) as Readable).pipe(target);
    expect(await textOf(target)).toBe(TEXT);
  });

  test('is read piece by piece, in bytes', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: TEXT });
    for await (const piece of (await getBody()) as Readable) expect(piece).toBeInstanceOf(Buffer);
    expect(await textOf((await getBody()) as Readable)).toBe(TEXT);
  });

  test('has events of its own', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: TEXT });
    const Body = (await getBody()) as Readable;
    const ended = once(Body, 'end');
    Body.resume();
    await ended;
  });

  test.each<[string, () => string | Uint8Array | Blob | Readable]>([
    ['text', () => ''],
    ['bytes', () => new Uint8Array()],
    ['Blob', () => new Blob([])],
    ['stream', () => Readable.from([])],
  ])('may be empty: no %s', async (_kind, make) => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: make() });
    expect(await getText()).toBe('');
    expect(await (await getBody()).transformToByteArray()).toHaveLength(0);
    expect(await textOf((await getBody()) as Readable)).toBe('');
  });

  test('that was not given is not there', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ ContentLength: 0 });
    const { Body } = await client.send(new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));
    expect(Body).toBeUndefined();
  });

  test('keeps the bytes that it had when it was given', async () => {
    const bytes = Buffer.from('before');
    stub(S3Client).on(GetObjectCommand).resolves({ Body: bytes });
    bytes.write('after!');
    expect(await getText()).toBe('before');
  });

  test('does not show a caller what another one did to it', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: 'text' });
    (await (await getBody()).transformToByteArray()).fill(0);
    expect(await getText()).toBe('text');
  });

  test('may be large', async () => {
    const Body = Buffer.alloc(20 * 1024 * 1024, 'x');
    stub(S3Client).on(GetObjectCommand).resolves({ Body });
    expect(await (await getBody()).transformToByteArray()).toHaveLength(Body.length);
  });

  test('that breaks off does so where it is read, as a connection does', async () => {
    const failure = new Error('connection lost');
    const broken = async function* () {
      yield await Promise.resolve(Buffer.from('half of it'));
      throw failure;
    };
    stub(S3Client)
      .on(GetObjectCommand)
      .resolves({ Body: Readable.from(broken()) });
    const Body = await getBody();
    await expect(Body.transformToString()).rejects.toBe(failure);
  });

  test('that is no body is refused when the stub is written', () => {
    const on = stub(S3Client).on(GetObjectCommand);
    expect(() => on.resolves({ Body: 5 as never })).toThrowErrorMatchingInlineSnapshot(`
      [InvalidStubError: stub(S3Client).on().resolves(): GetObject cannot answer this output:

        Body: expected a body (string, bytes, Blob or stream), got the number 5

      For a service that is off its model: stub(S3Client, { validate: false }).]
    `);
    expect(() => on.resolves({ Body: { text: 'x' } as never })).toThrowErrorMatchingInlineSnapshot(`
      [InvalidStubError: stub(S3Client).on().resolves(): GetObject cannot answer this output:

        Body: expected a body (string, bytes, Blob or stream), got an object

      For a service that is off its model: stub(S3Client, { validate: false }).]
    `);
  });
});

describe('a streaming input', () => {
  const sent = [
    ['stream of Node', () => Readable.from([Buffer.from('grü'), Buffer.from('ße')])],
    ['stream of the web', () => new Blob([TEXT]).stream()],
    ['Blob', () => new Blob([TEXT])],
    ['asynchronous iterable', () => chunks('grü', 'ße') as never],
  ] as const;

  test.each(sent)('that is a %s shows its bytes in calls and matchers', async (_kind, make) => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    await put(make());
    expect(stub(client).calls(PutObjectCommand)[0]?.input.Body).toEqual(Buffer.from(TEXT));
    expect(client).toHaveCalledOperation('PutObject', { Body: Buffer.from(TEXT) });
    expect(client).not.toHaveCalledOperation('PutObject', { Body: Buffer.from('other') });
  });

  test.each(sent)(
    'that is a %s is compared by its bytes where a stub expects it',
    async (_kind, make) => {
      stub(S3Client).expects(PutObjectCommand, {
        Bucket: 'docs',
        Key: 'a.txt',
        Body: Buffer.from(TEXT),
      });
      await put(make());
    },
  );

  test.each(sent)('that is a %s reaches a function as bytes', async (_kind, make) => {
    let seen: unknown;
    stub(S3Client)
      .on(PutObjectCommand)
      .answers(({ Body }) => {
        seen = Body;
        return {};
      });
    await put(make());
    expect(seen).toEqual(Buffer.from(TEXT));
  });

  test('that is a text or bytes stays what it is', async () => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    await put(TEXT);
    await put(new TextEncoder().encode(TEXT));
    expect(client).toHaveNthCalledOperation(1, 'PutObject', { Body: TEXT });
    expect(client).toHaveNthCalledOperation(2, 'PutObject', { Body: Buffer.from(TEXT) });
  });

  test('is read to its end: code that waits for that goes on', async () => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    const body = Readable.from([Buffer.from('a'), Buffer.from('b')]);
    const ended = once(body, 'end');
    await put(body);
    await ended;
    expect(body.readableEnded).toBe(true);
  });

  test('may be written while it is sent', async () => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    const body = new PassThrough();
    const finished = once(body, 'finish');
    const sending = put(body);
    // More than fits into the stream's buffer: the writer goes on only while somebody reads.
    for (let i = 0; i < 8; i++) {
      if (!body.write(Buffer.alloc(64 * 1024, String(i)))) await once(body, 'drain');
    }
    body.end();
    await Promise.all([finished, sending]);
    const [call] = stub(client).calls(PutObjectCommand);
    expect(call?.input.Body).toHaveLength(8 * 64 * 1024);
  });

  test('may be the end of a pipeline', async () => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    const louder = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        done(null, chunk.toString().toUpperCase());
      },
    });
    await Promise.all([pipeline(Readable.from(['a', 'b']), louder), put(louder)]);
    expect(client).toHaveCalledOperation('PutObject', { Body: Buffer.from('AB') });
  });

  test('may be empty', async () => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    await put(Readable.from([]));
    expect(client).toHaveCalledOperation('PutObject', { Body: Buffer.alloc(0) });
  });

  test('may be a body that was got', async () => {
    stub(S3Client).on(GetObjectCommand).resolves({ Body: TEXT });
    stub(S3Client).on(PutObjectCommand).resolves({});
    await put((await getBody()) as Readable);
    expect(client).toHaveCalledOperation('PutObject', { Body: Buffer.from(TEXT) });
  });

  test('that fails refuses the call with its error', async () => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    const failure = new Error('disk gone');
    const body = new Readable({
      read() {
        this.destroy(failure);
      },
    });
    await expect(put(body)).rejects.toBe(failure);
    expect(stub(client).calls()).toMatchObject([{ error: failure }]);
  });

  test('that does not end is given up with its call', async () => {
    stub(S3Client).on(PutObjectCommand).resolves({});
    const controller = new AbortController();
    const Body = new PassThrough();
    const command = new PutObjectCommand({ Bucket: 'docs', Key: 'a.txt', Body });
    const sending = client.send(command, { abortSignal: controller.signal });
    controller.abort();
    await expect(sending).rejects.toThrow('Request aborted');
  }, 2000);

  describe('of a call that passes through', () => {
    const quiet = () => undefined;
    const sentBodies: unknown[] = [];
    const local = new S3Client({
      requestHandler: {
        handle: async ({ body }: { body: Uint8Array | AsyncIterable<Uint8Array> }) => {
          sentBodies.push(ArrayBuffer.isView(body) ? body : await textOf(body));
          throw new Error('received');
        },
      },
      maxAttempts: 1,
      logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });

    async function sentBody(Body: Body): Promise<unknown> {
      stub(local, { unstubbed: 'passthrough' });
      const command = new PutObjectCommand({ Bucket: 'b', Key: 'k', Body, ContentLength: 3 });
      await expect(local.send(command)).rejects.toThrow('received');
      return sentBodies.pop();
    }

    test('is still there to be sent', async () => {
      expect(await sentBody(Readable.from([Buffer.from('abc')]))).toContain('abc');
      expect(local).toHaveCalledOperation('PutObject', { Body: Buffer.from('abc') });
    });

    test('is what it was where it was bytes: the SDK knows their length, and may send them again', async () => {
      expect(await sentBody(Buffer.from('abc'))).toEqual(Buffer.from('abc'));
    });
  });
});

describe('lib-storage’s Upload', () => {
  const MIB = 1024 * 1024;

  function stubUploads(): void {
    const s3 = stub(S3Client);
    s3.on('PutObject').resolves({ ETag: '"1"' });
    s3.on('CreateMultipartUpload').resolves({ UploadId: 'upload-1' });
    s3.on('UploadPart').answers(({ PartNumber }) => ({ ETag: `"${String(PartNumber)}"` }));
    s3.on('CompleteMultipartUpload').resolves({ ETag: '"all"' });
  }

  async function upload(Body: Body): Promise<unknown> {
    const params = { Bucket: 'docs', Key: 'a.txt', Body };
    return new Upload({ client, params, partSize: 5 * MIB }).done();
  }

  /** The bytes that the upload's calls hold, put together. */
  function uploaded(operation: string): Buffer {
    const bodies = stub(client)
      .calls(operation)
      .map(({ input }) => input as { PartNumber?: number; Body: Uint8Array })
      .sort((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0))
      .map(({ Body }) => Buffer.from(Body));
    return Buffer.concat(bodies);
  }

  const small = Object.entries<() => Body>({
    string: () => 'small',
    Buffer: () => Buffer.from('small'),
    'stream of Node': () => Readable.from([Buffer.from('small')]),
    'stream of the web': () => new Blob(['small']).stream(),
    Blob: () => new Blob(['small']),
  });

  test.each(small)('puts a small %s in one call', async (_kind, make) => {
    stubUploads();
    expect(await upload(make())).toMatchObject({ ETag: '"1"' });
    expect(client).toHaveCalledOnlyOperations(['PutObject']);
    expect(uploaded('PutObject').toString()).toBe('small');
  });

  const bytes = Buffer.alloc(11 * MIB);
  for (let i = 0; i < bytes.length; i += 1021) bytes[i] = i % 251;
  const text = 'x'.repeat(11 * MIB);

  test.each(
    Object.entries({
      Buffer: { make: () => bytes, all: bytes },
      string: { make: () => text, all: Buffer.from(text) },
      'stream of Node': { make: () => Readable.from(inPieces(bytes)), all: bytes },
      'stream of the web': { make: () => new Blob([bytes]).stream(), all: bytes },
      'stream that is written meanwhile': {
        make: () => Readable.from(inPieces(bytes)).pipe(new PassThrough()),
        all: bytes,
      },
    }),
  )('puts a large %s in parts', async (_kind, { make, all }) => {
    stubUploads();
    expect(await upload(make())).toMatchObject({ ETag: '"all"' });
    expect(client).toHaveCalledOperationTimes('UploadPart', 3, { UploadId: 'upload-1' });
    expect(uploaded('UploadPart').equals(all)).toBe(true);
    expect(client).toHaveLastCalledOperation('CompleteMultipartUpload', {
      MultipartUpload: {
        Parts: [1, 2, 3].map((PartNumber) => ({ ETag: `"${String(PartNumber)}"`, PartNumber })),
      },
    });
  });

  test('takes what another call got', async () => {
    stubUploads();
    stub(S3Client).on(GetObjectCommand).resolves({ Body: bytes });
    await upload((await getBody()) as Readable);
    expect(uploaded('UploadPart').equals(bytes)).toBe(true);
  });

  test('tells of its progress', async () => {
    stubUploads();
    const params = { Bucket: 'docs', Key: 'a.txt', Body: bytes };
    const loaded: unknown[] = [];
    const parts = new Upload({ client, params, queueSize: 1 });
    parts.on('httpUploadProgress', (progress) => loaded.push(progress.loaded));
    await parts.done();
    expect(loaded.at(-1)).toBe(bytes.length);
  });
});

function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let i = 0; i < bytes.length; i += 100_000) yield bytes.subarray(i, i + 100_000);
}

describe('an event stream', () => {
  type Event = SelectObjectContentEventStream;

  const select = new SelectObjectContentCommand({
    Bucket: 'docs',
    Key: 'a.csv',
    Expression: 'SELECT * FROM S3Object',
    ExpressionType: 'SQL',
    InputSerialization: { CSV: {} },
    OutputSerialization: { JSON: {} },
  });
  const one: Event = { Records: { Payload: new Uint8Array(Buffer.from('{"a":1}')) } };
  const stats: Event = { Stats: { Details: { BytesReturned: 7n as never } } };
  const end: Event = { End: {} };

  /** The events that a caller sees, and what ended them. */
  async function selected(): Promise<unknown[]> {
    const { Payload } = await client.send(select);
    const seen: unknown[] = [];
    try {
      for await (const event of Payload!) seen.push(event);
    } catch (error) {
      seen.push(error);
    }
    return seen;
  }

  test('given as a list comes event by event', async () => {
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({ Payload: [one, end] });
    expect(await selected()).toEqual([one, end]);
  });

  test('is an asynchronous iterable, not the list', async () => {
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({ Payload: [one, end] });
    const { Payload } = await client.send(select);
    expect(Array.isArray(Payload)).toBe(false);
    const iterator = Payload![Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: one });
    expect(await iterator.next()).toEqual({ done: false, value: end });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test('is fresh for each caller', async () => {
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({ Payload: [one, end] });
    const { Payload } = await client.send(select);
    for await (const event of Payload!) event.Records?.Payload?.fill(0);
    expect(await Promise.all([selected(), selected()])).toEqual([
      [one, end],
      [one, end],
    ]);
  });

  async function* events(): AsyncGenerator<Event> {
    yield await Promise.resolve(one);
    yield end;
  }

  test.each([
    ['an asynchronous iterable', () => events()],
    ['one without a class', () => ({ [Symbol.asyncIterator]: events })],
  ])('given as %s comes event by event', async (_kind, make) => {
    stub(S3Client).on(SelectObjectContentCommand).resolves({ Payload: make() });
    expect(await selected()).toEqual([one, end]);
  });

  test('given as an asynchronous iterable is fresh for each caller, too', async () => {
    stub(S3Client).on(SelectObjectContentCommand).resolves({ Payload: events() });
    expect(await selected()).toEqual([one, end]);
    expect(await selected()).toEqual([one, end]);
  });

  test('by a function is made anew at each call', async () => {
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .answers(() => ({ Payload: events() }));
    expect(await selected()).toEqual([one, end]);
    expect(await selected()).toEqual([one, end]);
  });

  test('is ended by an error among its events', async () => {
    const failure = new Error('connection lost');
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({ Payload: [one, failure, end] });
    expect(await selected()).toEqual([one, failure]);
  });

  test('is ended by an error that its iterable throws', async () => {
    const failure = new Error('connection lost');
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({
        Payload: (async function* () {
          yield await Promise.resolve(one);
          throw failure;
        })(),
      });
    expect(await selected()).toEqual([one, failure]);
  });

  test('is ended by an error of the service', async () => {
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .answers((_input, { error }) => ({
        Payload: [one, error('InternalError', { $metadata: { httpStatusCode: 500 } })],
      }));
    const [, error] = await selected();
    expect(error).toMatchObject({ name: 'InternalError', $fault: 'server', $service: 'S3' });
  });

  test('may be left before its end', async () => {
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({ Payload: [one, end] });
    const { Payload } = await client.send(select);
    for await (const event of Payload!) {
      expect(event).toEqual(one);
      break;
    }
  });

  test('may have no events', async () => {
    stub(S3Client).on(SelectObjectContentCommand).resolves({ Payload: [] });
    expect(await selected()).toEqual([]);
  });

  test('given as a list is checked event by event', () => {
    const on = stub(S3Client).on(SelectObjectContentCommand);
    const wrong = [one, { Recrods: {} }, { Records: {}, End: {} }, {}, { Stats: { Details: 5 } }];
    expect(() => on.resolves({ Payload: wrong as never })).toThrowErrorMatchingInlineSnapshot(`
      [InvalidStubError: stub(S3Client).on().resolves(): SelectObjectContent cannot answer this output:

        Payload[1].Recrods: no such member; did you mean Records? (allowed: Records, Progress, Cont, End, Stats)
        Payload[2]: a union (SelectObjectContentEventStream) takes exactly one of Records, Stats, Progress, Cont, End, but got Records and End
        Payload[3]: a union (SelectObjectContentEventStream) takes exactly one of Records, Stats, Progress, Cont, End, but got none
        Payload[4].Stats.Details: expected a structure (Stats), got the number 5

      For a service that is off its model: stub(S3Client, { validate: false }).]
    `);
    expect(() => on.resolves({ Payload: 'text' as never })).toThrowErrorMatchingInlineSnapshot(`
      [InvalidStubError: stub(S3Client).on().resolves(): SelectObjectContent cannot answer this output:

        Payload: expected events (a list or an async iterable), got the string "text"

      For a service that is off its model: stub(S3Client, { validate: false }).]
    `);
    expect(() => on.resolves({ Payload: [stats] })).not.toThrow(TypeError);
  });

  test('of bytes is read with the caller’s own decoder', async () => {
    stub(S3Client)
      .on(SelectObjectContentCommand)
      .resolves({ Payload: [one, end] });
    const { Payload } = await client.send(select);
    const texts: string[] = [];
    for await (const { Records } of Payload!) {
      if (Records?.Payload !== undefined) texts.push(new TextDecoder().decode(Records.Payload));
    }
    expect(texts).toEqual(['{"a":1}']);
  });
});

test('readFileSync’s bytes make a body', async () => {
  const Body = readFileSync(import.meta.filename);
  stub(S3Client).on(GetObjectCommand).resolves({ Body });
  expect(await getText()).toBe(Body.toString());
});

describe('events in an input', () => {
  const client = new BedrockRuntimeClient({});
  const chunk = (text: string) => ({ chunk: { bytes: new TextEncoder().encode(text) } });

  /** Sends two events, the second once the first is answered, as a conversation does. */
  async function converse(): Promise<unknown[]> {
    let answered: () => void = () => undefined;
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    async function* said() {
      yield chunk('hello');
      await answer;
      yield chunk('goodbye');
    }
    const { body } = await client.send(
      new InvokeModelWithBidirectionalStreamCommand({ modelId: 'model', body: said() }),
    );
    const heard: unknown[] = [];
    for await (const event of body!) {
      heard.push(event);
      answered();
    }
    await answer;
    return heard;
  }

  test.each(['direct', 'wire'] as const)(
    'are shown by the call, also where the code waits for an answer between them: %s',
    async (delivery) => {
      configure({ delivery });
      stub(BedrockRuntimeClient)
        .on('InvokeModelWithBidirectionalStream')
        .resolves({ body: [chunk('hi')] });
      expect(await converse()).toEqual([chunk('hi')]);
      await vi.waitFor(() => {
        expect(BedrockRuntimeClient).toHaveCalledOperation('InvokeModelWithBidirectionalStream', {
          body: [chunk('hello'), chunk('goodbye')],
        });
      });
    },
  );

  test('may be none that a list has', async () => {
    stub(BedrockRuntimeClient).on('InvokeModelWithBidirectionalStream').resolves({ body: [] });
    await client.send(
      new InvokeModelWithBidirectionalStreamCommand({ modelId: 'model', body: [] as never }),
    );
    expect(client).toHaveCalledOperation('InvokeModelWithBidirectionalStream', { body: [] });
  });
});

describe('an exception of Bedrock among its events', () => {
  test.each(['direct', 'wire'] as const)('ends them as its class: %s', async (delivery) => {
    configure({ delivery });
    stub(BedrockRuntimeClient)
      .on('ConverseStream')
      .resolves({
        stream: [
          { contentBlockDelta: { delta: { text: 'Once' }, contentBlockIndex: 0 } },
          { throttlingException: { message: 'Too many tokens.' } as never },
        ],
      });
    const { stream } = await new BedrockRuntimeClient({}).send(
      new ConverseStreamCommand({ modelId: 'model' }),
    );
    const texts: unknown[] = [];
    const read = async () => {
      for await (const event of stream!) texts.push(event.contentBlockDelta?.delta?.text);
    };
    await expect(read()).rejects.toBeInstanceOf(ThrottlingException);
    expect(texts).toEqual(['Once']);
  });
});
