import { ListTopicsCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import * as theirs from 'aws-sdk-client-mock';
import { match } from 'sinon';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mockClient, type AwsClientStub } from '../../src/client-mock/index.js';
import '../../src/client-mock/vitest.js';
import { messageOf } from '../message-of.js';

const GRAY = '\u001B[90m';
const END = '\u001B[39m';

let sns: AwsClientStub<SNSClient>;

beforeEach(async () => {
  sns = mockClient(SNSClient);
  const client = new SNSClient({});
  await client.send(new PublishCommand({ Message: 'first', TopicArn: 't' }));
  await client.send(new ListTopicsCommand({}));
  await client.send(new PublishCommand({ Message: 'second', TopicArn: 't' }));
});

afterEach(() => {
  sns.restore();
});

describe('the matchers that the entry for Vitest registers', () => {
  test('tell the argument orders of both packages apart', () => {
    expect(sns).toHaveReceivedNthCommandWith(3, PublishCommand, { Message: 'second' });
    expect(sns).toHaveReceivedNthCommandWith(PublishCommand, 2, { Message: 'second' });
    expect(sns).not.toHaveReceivedNthCommandWith(2, PublishCommand, { Message: 'second' });
    expect(sns).not.toHaveReceivedNthCommandWith(PublishCommand, 3, { Message: 'second' });
    expect(sns).toHaveReceivedNthSpecificCommandWith(2, PublishCommand, { Message: 'second' });
    expect(sns).toReceiveNthCommandWith(2, ListTopicsCommand, {});
  });

  test('have the names of both packages', () => {
    expect(sns).toHaveReceivedAnyCommand();
    expect(sns).toHaveReceivedCommandOnce(ListTopicsCommand);
    expect(sns).toHaveReceivedCommandExactlyOnceWith(ListTopicsCommand, {});
    expect(sns).toHaveReceivedLastCommandWith(PublishCommand, { Message: 'second' });
    expect(sns).toReceiveCommandTimes(PublishCommand, 2);
  });

  test('take a matcher for a whole input, and those of sinon', () => {
    expect(sns).toHaveReceivedCommandWith(
      PublishCommand,
      expect.objectContaining({ Message: 'first' }) as object,
    );
    expect(sns).toHaveReceivedCommandWith(PublishCommand, { Message: match('sec') });
    expect(sns).not.toHaveReceivedCommandWith(PublishCommand, { Message: match('third') });
  });

  test('read a mock of aws-sdk-client-mock too', () => {
    const mock = theirs.mockClient(new SNSClient({}));
    expect(mock).not.toHaveReceivedAnyCommand();
    expect(mock).toHaveReceivedCommandTimes(PublishCommand, 0);
  });

  test('say it in the words of aws-sdk-client-mock-jest', async () => {
    const say = (use: () => void) => messageOf(use);
    expect(
      await say(() => {
        expect(sns).not.toHaveReceivedAnyCommand();
      }),
    ).toBe('expected SNSClient to not receive any command at least once');
    expect(
      await say(() => {
        expect(sns).not.toHaveReceivedCommand(PublishCommand);
      }),
    ).toBe('expected SNSClient to not receive PublishCommand at least once');
    expect(
      await say(() => {
        expect(sns).toHaveReceivedCommandTimes(PublishCommand, 1);
      }),
    ).toBe('expected SNSClient to receive PublishCommand 1 times, but got 2 times');
    expect(
      await say(() => {
        expect(sns).toHaveReceivedNthCommandWith(9, PublishCommand, { Message: 'x' });
      }),
    ).toBe(
      'expected SNSClient to receive 9th PublishCommand with arguments [{\n  "Message": "x",\n}], but SNSClient has only received PublishCommand 2 times\n\n',
    );
  });

  test('show each call beside what was expected', () => {
    let message = '';
    try {
      expect(sns).toHaveReceivedCommandWith(PublishCommand, { Message: 'third' });
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(
      message.startsWith(
        `expected SNSClient to receive PublishCommand with arguments [{\n  "Message": "third",\n}]\n\n` +
          `${GRAY}Received:${END}\n\n${GRAY}  1st call:${END}\n\n`,
      ),
    ).toBe(true);
    expect(message.endsWith(`${GRAY}Number of calls: 2${END}`)).toBe(true);
  });

  test('refuse what they cannot read', async () => {
    const refused = (use: () => void) => messageOf(use);
    const any = expect as unknown as (
      value: unknown,
    ) => Record<string, (...given: unknown[]) => void>;
    expect(
      await refused(() => {
        any({})['toHaveReceivedAnyCommand']!();
      }),
    ).toBe('The actual must be a client mock instance');
    expect(
      await refused(() => {
        any(sns)['toHaveReceivedCommandOnce']!(PublishCommand, {});
      }),
    ).toBe('Too many matcher arguments');
    expect(
      await refused(() => {
        any(sns)['toHaveReceivedCommandWith']!(PublishCommand);
      }),
    ).toBe("TypeError: You must provide an object to ObjectContaining, not 'undefined'.");
    expect(
      await refused(() => {
        any(sns)['toHaveReceivedNthCommandWith']!('2', PublishCommand, {});
      }),
    ).toBe('Call number must be a number greater than 0');
  });
});

test('the entry for Jest is refused elsewhere', async () => {
  expect(await messageOf(import('../../src/client-mock/jest.js'))).toBe(
    "WrongUseError: 'aws-sdk-stubber/client-mock/jest' is for Jest, which does not run this. In Vitest import 'aws-sdk-stubber/client-mock/vitest'.",
  );
});
