import {
  BedrockRuntimeClient,
  ConverseStreamCommand,
  InvokeModelWithBidirectionalStreamCommand,
  ThrottlingException,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, test } from 'vitest';
import { currentScope } from '../../src/calls/index.js';
import { configure, InvalidStubError, stub } from '../../src/index.js';

async function readStream(): Promise<unknown[]> {
  const client = new BedrockRuntimeClient({});
  const { stream } = await client.send(new ConverseStreamCommand({ modelId: 'm', messages: [] }));
  const events: unknown[] = [];
  for await (const event of stream!) events.push(event);
  return events;
}

describe.each(['direct', 'wire'] as const)('events, %s', (delivery) => {
  test('an exception by its members is thrown as its class', async () => {
    configure({ delivery });
    stub(BedrockRuntimeClient)
      .on(ConverseStreamCommand)
      .resolves({
        stream: [
          { messageStart: { role: 'assistant' } },
          { throttlingException: { message: 'slow' } },
        ],
      });
    const failing = readStream();
    await expect(failing).rejects.toBeInstanceOf(ThrottlingException);
    await expect(failing).rejects.toThrow('slow');
  });

  test('an exception as the error itself is thrown as its class', async () => {
    configure({ delivery });
    const throttlingException = new ThrottlingException({ message: 'slow', $metadata: {} });
    stub(BedrockRuntimeClient)
      .on(ConverseStreamCommand)
      .resolves({ stream: [{ throttlingException }] });
    const failing = readStream();
    await expect(failing).rejects.toBeInstanceOf(ThrottlingException);
    await expect(failing).rejects.toThrow('slow');
  });

  test('an event that the operation does not have is the stub’s fault', async () => {
    configure({ delivery });
    stub(BedrockRuntimeClient)
      .on('ConverseStream')
      .answers(() => ({
        // eslint-disable-next-line @typescript-eslint/require-await -- the SDK's type of events
        stream: (async function* () {
          yield { messageStart: { role: 5 } };
        })(),
      }));
    const failing = readStream();
    await expect(failing).rejects.toBeInstanceOf(InvalidStubError);
    await expect(failing).rejects.toThrow(
      'The stub of Bedrock Runtime: ConverseStream cannot answer this event:\n\n' +
        '  messageStart.role: expected a string, got the number 5',
    );
    expect(currentScope().violations.splice(0)).toHaveLength(1);
  });

  test('a function that answers sees the events of the input', async () => {
    configure({ delivery });
    stub(BedrockRuntimeClient)
      .on(InvokeModelWithBidirectionalStreamCommand)
      .answers(({ body: events }) => ({
        body: (async function* () {
          for await (const { chunk } of events!) if (chunk !== undefined) yield { chunk };
        })(),
      }));
    // eslint-disable-next-line @typescript-eslint/require-await -- the SDK's type of events
    async function* body() {
      for (const text of ['a', 'b']) yield { chunk: { bytes: Buffer.from(text) } };
    }
    const output = await new BedrockRuntimeClient({}).send(
      new InvokeModelWithBidirectionalStreamCommand({ modelId: 'm', body: body() }),
    );
    const got: string[] = [];
    for await (const { chunk } of output.body!) got.push(Buffer.from(chunk!.bytes!).toString());
    expect(got).toEqual(['a', 'b']);
  });
});
