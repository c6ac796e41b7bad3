import { SendMessageCommand as Send600, SQSClient as Sqs600 } from 'sqs-3.600';
import { SendMessageCommand as Send840, SQSClient as Sqs840 } from 'sqs-3.840';
import { describe, expect, test } from 'vitest';
import { configure, stub, UnstubbedOperationError } from '../../src/index.js';

const message = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/q', MessageBody: 'hello' };

describe('DESIGN: a client older than the runtime schemas', () => {
  test.each([
    ['3.600', () => new Sqs600({}).send(new Send600(message))],
    ['3.840', () => new Sqs840({}).send(new Send840(message))],
  ])('%s is stubbed and asserted', async (_version, send) => {
    stub('SQS').on('SendMessage', { MessageBody: 'hello' }).resolves({ MessageId: 'message-1' });
    expect((await send()).MessageId).toBe('message-1');
    expect('SQS').toHaveCalledOperationOnce('SendMessage', message);
  });

  test('by its class and its command class', async () => {
    stub(Sqs600).on(Send600).resolves({ MessageId: 'message-1' });
    const { MessageId } = await new Sqs600({}).send(new Send600(message));
    expect(MessageId).toBe('message-1');
    expect(Sqs600).toHaveCalledOperationOnce(Send600, { MessageBody: 'hello' });
  });

  test('gets errors with the name of their code', async () => {
    stub(Sqs600).on('SendMessage').rejects('QueueDoesNotExist', { message: 'No queue.' });
    const send = new Sqs600({}).send(new Send600(message));
    await expect(send).rejects.toBeAwsError('QueueDoesNotExist', { message: 'No queue.' });
  });

  test('is refused an unstubbed call', async () => {
    configure({ unstubbed: 'throw' });
    const send = new Sqs840({}).send(new Send840(message));
    await expect(send).rejects.toBeInstanceOf(UnstubbedOperationError);
  });
});
