import { Readable } from 'node:stream';
import {
  ConverseStreamCommand,
  BedrockRuntimeClient,
  type ConverseStreamOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { sdkStreamMixin } from '@smithy/core/serde';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mockClient, type AwsClientStub } from '../../src/client-mock/index.js';

const client = new S3Client({});
const bodyOf = async () => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
  return Body as unknown as Readable & { transformToString(): Promise<string> };
};
const textOf = async (stream: AsyncIterable<unknown>) => {
  let text = '';
  for await (const chunk of stream) text += Buffer.from(chunk as Uint8Array).toString();
  return text;
};

let s3: AwsClientStub<S3Client>;

beforeEach(() => {
  s3 = mockClient(S3Client);
});

afterEach(() => {
  s3.restore();
});

describe('an output with a stream', () => {
  test('is the object itself for the first caller, with the stream that was given', async () => {
    const output = { Body: Readable.from(['one', 'two']) as never };
    s3.on(GetObjectCommand).resolves(output);
    const first = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
    expect(first).toBe(output);
    expect(await textOf(await bodyOf())).toBe('onetwo');
    expect(await textOf(first.Body as unknown as Readable)).toBe('onetwo');
  });

  test.each<[string, () => Readable]>([
    ['of texts', () => Readable.from(['one', 'two'])],
    ['of bytes', () => Readable.from([Buffer.from('one'), Buffer.from('two')])],
    [
      'that was filled before',
      () => {
        const stream = new Readable({ read: () => undefined });
        stream.push('one');
        stream.push('two');
        stream.push(null);
        return stream;
      },
    ],
    ['of the SDK', () => sdkStreamMixin(Readable.from([Buffer.from('onetwo')])) as never],
  ])('%s can be read by each caller, one after another', async (_, make) => {
    s3.on(GetObjectCommand).resolves({ Body: make() as never });
    for (let i = 0; i < 3; i++) expect(await textOf(await bodyOf())).toBe('onetwo');
    expect(await (await bodyOf()).transformToString()).toBe('onetwo');
  });

  test('can be read by several callers at once, the later ones first', async () => {
    s3.on(GetObjectCommand).resolves({ Body: Readable.from(['one', 'two']) as never });
    const [first, second, third] = [await bodyOf(), await bodyOf(), await bodyOf()];
    expect(await textOf(third)).toBe('onetwo');
    expect(await textOf(second)).toBe('onetwo');
    expect(await textOf(first)).toBe('onetwo');
    const together = [await bodyOf(), await bodyOf()].map(textOf);
    expect(await Promise.all(together)).toEqual(['onetwo', 'onetwo']);
  });

  test('breaks off for each caller where it does', async () => {
    const broken = async function* broken() {
      await Promise.resolve();
      yield 'one';
      throw new Error('broken');
    };
    s3.on(GetObjectCommand).resolves({ Body: Readable.from(broken()) as never });
    await expect(textOf(await bodyOf())).rejects.toThrow('broken');
    await expect(textOf(await bodyOf())).rejects.toThrow('broken');
  });

  test('of the web can be read by each caller', async () => {
    s3.on(GetObjectCommand).resolves({ Body: new Blob(['onetwo']).stream() as never });
    expect(await textOf(await bodyOf())).toBe('onetwo');
    expect(await textOf(await bodyOf())).toBe('onetwo');
  });

  test('that is a blob with the SDK’s mixin can be read by each caller', async () => {
    s3.on(GetObjectCommand).resolves({ Body: sdkStreamMixin(new Blob(['onetwo'])) as never });
    expect(await (await bodyOf()).transformToString()).toBe('onetwo');
    expect(await (await bodyOf()).transformToString()).toBe('onetwo');
  });

  test('that a test reads twice by two mocks’ replies is there for both', async () => {
    const Body = Readable.from(['onetwo']) as never;
    s3.on(GetObjectCommand).resolves({ Body });
    expect(await textOf(await bodyOf())).toBe('onetwo');
    s3.reset();
    s3.on(GetObjectCommand).resolves({ Body });
    expect(await textOf(await bodyOf())).toBe('onetwo');
  });

  test('made by hand is handed over as it is', async () => {
    const Body = { transformToString: () => Promise.resolve('by hand') };
    s3.on(GetObjectCommand).resolves({ Body: Body as never });
    expect(await bodyOf()).toBe(Body);
    expect(await bodyOf()).toBe(Body);
  });
});

test('events of a generator come to each caller', async () => {
  async function* events(): AsyncGenerator<ConverseStreamOutput> {
    yield { messageStart: { role: 'assistant' } };
    await Promise.resolve();
    yield { messageStop: { stopReason: 'end_turn' } };
  }
  const bedrock = mockClient(BedrockRuntimeClient);
  bedrock.on(ConverseStreamCommand).resolves({ stream: events() });
  const read = async () => {
    const command = new ConverseStreamCommand({ modelId: 'm', messages: [] });
    const { stream } = await new BedrockRuntimeClient({}).send(command);
    const seen: string[] = [];
    for await (const event of stream ?? []) seen.push(...Object.keys(event));
    return seen;
  };
  expect(await read()).toEqual(['messageStart', 'messageStop']);
  expect(await read()).toEqual(['messageStart', 'messageStop']);
  bedrock.restore();
});
