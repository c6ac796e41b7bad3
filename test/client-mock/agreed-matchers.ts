import { ListTopicsCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stripVTControlCharacters } from 'node:util';
import type { Library } from './agreed.js';

/** The matchers of one of the packages, by what comes after `toHaveReceived` and `toReceive`. */
type Matchers = Record<string, (...given: unknown[]) => unknown>;

const publish = (Message: string) => new PublishCommand({ Message, TopicArn: 't' });

/** What a use of a matcher fails with, without colours; undefined where it passes. */
function failure(use: () => unknown): string | undefined {
  try {
    use();
    return undefined;
  } catch (error) {
    return stripVTControlCharacters((error as Error).message);
  }
}

/**
 * When the matchers that both packages have pass and fail, and how those of `alsoOf` say so; run on ours and on the
 * package's own.
 */
export function agreedMatchers({ mockClient }: Library, alsoOf: 'jest' | 'vitest'): void {
  const mockSns = () => mockClient(SNSClient);
  let sns: ReturnType<typeof mockSns>;
  const the = () => expect(sns) as unknown as Matchers & { readonly not: Matchers };

  /** By both names, and turned round. */
  const passes = (name: string, ...given: unknown[]) => {
    for (const prefix of ['toHaveReceived', 'toReceive']) {
      expect(failure(() => the()[`${prefix}${name}`]!(...given))).toBeUndefined();
      expect(typeof failure(() => the().not[`${prefix}${name}`]!(...given))).toBe('string');
    }
  };
  const fails = (name: string, ...given: unknown[]) => {
    for (const prefix of ['toHaveReceived', 'toReceive']) {
      expect(typeof failure(() => the()[`${prefix}${name}`]!(...given))).toBe('string');
      expect(failure(() => the().not[`${prefix}${name}`]!(...given))).toBeUndefined();
    }
  };

  beforeEach(async () => {
    sns = mockSns();
    const client = new SNSClient({ region: 'eu-west-1' });
    await client.send(publish('first'));
    await client.send(new ListTopicsCommand({}));
    await client.send(publish('second'));
  });

  afterEach(() => {
    sns.restore();
  });

  describe('a matcher passes and fails', () => {
    test('by whether there was a command', () => {
      passes('AnyCommand');
      sns.reset();
      fails('AnyCommand');
    });

    test('by the command, and how often it was received', () => {
      passes('Command', PublishCommand);
      passes('CommandTimes', PublishCommand, 2);
      passes('CommandTimes', ListTopicsCommand, 1);
      fails('CommandTimes', PublishCommand, 1);
      sns.reset();
      fails('Command', PublishCommand);
      passes('CommandTimes', PublishCommand, 0);
    });

    test('by some members of an input, each as a whole', () => {
      passes('CommandWith', PublishCommand, { Message: 'second' });
      passes('CommandWith', PublishCommand, { Message: 'first', TopicArn: 't' });
      passes('CommandWith', PublishCommand, {});
      passes('CommandWith', PublishCommand, { Message: expect.stringContaining('sec') });
      fails('CommandWith', PublishCommand, { Message: 'third' });
      fails('CommandWith', PublishCommand, { Subject: undefined });
      fails('CommandWith', ListTopicsCommand, { NextToken: 'x' });
    });
  });

  if (alsoOf === 'jest') ofJest();
  else ofVitest();

  function ofJest(): void {
    test('the nth call is that of all, and may be that of the command', () => {
      passes('NthCommandWith', 1, PublishCommand, { Message: 'first' });
      passes('NthCommandWith', 3, PublishCommand, { Message: 'second' });
      fails('NthCommandWith', 2, PublishCommand, { Message: 'second' });
      fails('NthCommandWith', 4, PublishCommand, {});
      passes('NthSpecificCommandWith', 2, PublishCommand, { Message: 'second' });
      fails('NthSpecificCommandWith', 3, PublishCommand, {});
    });

    test('what it is given must be right', () => {
      const { toHaveReceivedCommand, toHaveReceivedNthCommandWith } = the();
      expect(failure(() => toHaveReceivedCommand!(PublishCommand, {}))).toBe(
        'Too many matcher arguments',
      );
      expect(failure(() => toHaveReceivedCommand!('Publish'))).toBe(
        'Command must be valid AWS SDK Command',
      );
      expect(failure(() => toHaveReceivedNthCommandWith!(0, PublishCommand, {}))).toBe(
        'Call number must be a number greater than 0',
      );
      const other = expect(new SNSClient({ region: 'x' })) as unknown as Matchers;
      expect(failure(() => other['toHaveReceivedAnyCommand']!())).toBe(
        'The actual must be a client mock instance',
      );
    });

    test('it says what was received', () => {
      const calls = `

Calls:
  1. PublishCommand: {"Message": "first", "TopicArn": "t"}
  2. ListTopicsCommand: {}
  3. PublishCommand: {"Message": "second", "TopicArn": "t"}`;
      const { not } = the();
      expect(failure(() => not['toHaveReceivedAnyCommand']!())).toBe(
        `Expected SNSClient to not receive any command\nSNSClient received any command 3 times${calls}`,
      );
      expect(failure(() => not['toHaveReceivedCommand']!(PublishCommand))).toBe(
        `Expected SNSClient to not receive "PublishCommand"\nSNSClient received "PublishCommand" 2 times${calls}`,
      );
      expect(failure(() => the()['toHaveReceivedCommandTimes']!(PublishCommand, 3))).toBe(
        `Expected SNSClient to receive "PublishCommand" 3 times\nSNSClient received "PublishCommand" 2 times${calls}`,
      );
      expect(
        failure(() => the()['toHaveReceivedCommandWith']!(PublishCommand, { Message: 'third' })),
      ).toBe(
        `Expected SNSClient to receive "PublishCommand" with {"Message": "third"}\nSNSClient received matching "PublishCommand" 0 times${calls}`,
      );
      const nth = `Expected SNSClient to receive 1. "PublishCommand" with {"Message": "third"}
SNSClient received "PublishCommand" with input:
- Expected  - 1
+ Received  + 2

  Object {
-   "Message": "third",
+   "Message": "first",
+   "TopicArn": "t",
  }${calls}`;
      for (const name of ['NthCommandWith', 'NthSpecificCommandWith']) {
        const matcher = the()[`toHaveReceived${name}`]!;
        expect(failure(() => matcher(1, PublishCommand, { Message: 'third' }))).toBe(nth);
        expect(failure(() => matcher(9, PublishCommand, {}))).toBe(
          `Expected SNSClient to receive 9. "PublishCommand" with {}${calls}`,
        );
      }
      sns.reset();
      expect(failure(() => the()['toHaveReceivedCommand']!(PublishCommand))).toBe(
        'Expected SNSClient to receive "PublishCommand"\nSNSClient received "PublishCommand" 0 times',
      );
    });
  }

  function ofVitest(): void {
    test('the nth call is that of the command; the last one, and the only one', () => {
      passes('NthCommandWith', PublishCommand, 2, { Message: 'second' });
      fails('NthCommandWith', PublishCommand, 3, {});
      passes('LastCommandWith', PublishCommand, { Message: 'second' });
      fails('LastCommandWith', PublishCommand, { Message: 'first' });
      fails('CommandOnce', PublishCommand);
      passes('CommandOnce', ListTopicsCommand);
      passes('CommandExactlyOnceWith', ListTopicsCommand, {});
      fails('CommandExactlyOnceWith', PublishCommand, { Message: 'first' });
    });

    test('it says what was received', () => {
      const listed = `

Received:

   1st PublishCommand call

    Object {
      "Message": "first",
      "TopicArn": "t",
    }

   2nd PublishCommand call

    Object {
      "Message": "second",
      "TopicArn": "t",
    }

Number of calls: 2`;
      const compared = `

Received:

   1st PublishCommand call

  {
-   "Message": "third",
+   "Message": "first",
+   "TopicArn": "t",
  }

   2nd PublishCommand call

  {
-   "Message": "third",
+   "Message": "second",
+   "TopicArn": "t",
  }

Number of calls: 2`;
      const third = { Message: 'third' };
      const messages: [string, boolean, unknown[], string][] = [
        [
          'Command',
          false,
          [PublishCommand],
          'expected "PublishCommand" to not be called at all, but actually been called 2 times',
        ],
        [
          'CommandTimes',
          true,
          [PublishCommand, 3],
          'expected "PublishCommand" to be called 3 times, but got 2 times',
        ],
        [
          'CommandTimes',
          false,
          [PublishCommand, 2],
          'expected "PublishCommand" to not be called 2 times',
        ],
        [
          'CommandOnce',
          true,
          [PublishCommand],
          'expected "PublishCommand" to be called once, but got 2 times',
        ],
      ];
      const withInput: [string, unknown[], string][] = [
        [
          'CommandWith',
          [PublishCommand, third],
          'expected "PublishCommand" to be called with arguments: ',
        ],
        [
          'CommandExactlyOnceWith',
          [PublishCommand, third],
          'expected "PublishCommand" to be called once with arguments: ',
        ],
        [
          'LastCommandWith',
          [PublishCommand, third],
          'expected last "PublishCommand" to be called with arguments: ',
        ],
        [
          'NthCommandWith',
          [PublishCommand, 2, third],
          'expected 2nd "PublishCommand" to be called with arguments: ',
        ],
      ];
      const messageOf = (name: string, isWanted: boolean, given: unknown[]) =>
        failure(() => (isWanted ? the() : the().not)[`toHaveReceived${name}`]!(...given));
      for (const [name, isWanted, given, message] of messages) {
        expect(messageOf(name, isWanted, given)).toBe(message + listed);
      }
      for (const [name, given, message] of withInput) {
        expect(messageOf(name, true, given)).toBe(
          `${message}Object {\n  "Message": "third",\n}${compared}`,
        );
      }
      const any = messageOf('AnyCommand', false, []);
      expect(any).toMatch(
        /^expected client "SNSClient" to not receive any calls, but was called\n/,
      );
      expect(any).toContain('   2nd SNSClient with ListTopicsCommand call\n\n    Object {}\n');
      sns.reset();
      expect(messageOf('AnyCommand', true, [])).toBe(
        'expected client "SNSClient" to have been called, but was not called',
      );
      expect(messageOf('Command', true, [PublishCommand])).toBe(
        'expected "PublishCommand" to be called at least once',
      );
    });
  }
}
