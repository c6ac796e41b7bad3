import {
  PollyClient,
  SynthesizeSpeechCommand,
  type SynthesizeSpeechInput,
} from '@aws-sdk/client-polly';
import { getSynthesizeSpeechUrl } from '@aws-sdk/polly-request-presigner';
import { describe, expect, test } from 'vitest';
import { stub, Stubber } from '../../src/index.js';

const params: SynthesizeSpeechInput = { OutputFormat: 'mp3', Text: 'hello', VoiceId: 'Joanna' };

describe('a presigned URL of Polly', () => {
  test('needs no stub and uses none up, and is no call', async () => {
    stub(PollyClient).expects('SynthesizeSpeech').resolves({ RequestCharacters: 5 });
    const client = new PollyClient({});
    const url = new URL(await getSynthesizeSpeechUrl({ client, params }));
    expect(url.hostname).toBe('polly.us-east-1.amazonaws.com');
    expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
    expect(client).not.toHaveCalledAnyOperation();

    const output = await client.send(new SynthesizeSpeechCommand(params));
    expect(output.RequestCharacters).toBe(5);
    expect(client).toHaveCalledOperationOnce('SynthesizeSpeech');
  });

  test('needs no answer of a Stubber', async () => {
    const client = new PollyClient({});
    new Stubber(client).activate();
    expect(await getSynthesizeSpeechUrl({ client, params })).toContain('X-Amz-Signature=');
  });
});
