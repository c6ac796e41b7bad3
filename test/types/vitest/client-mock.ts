import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-stubber/client-mock';
import {
  allCustomMatcherWithAliases,
  toHaveReceivedCommand,
  type AliasMatcher,
  type BaseMatcher,
  type CustomMatcher,
} from 'aws-sdk-stubber/client-mock/vitest';
import { expect } from 'vitest';
import '../shared/client-mock.js';

const sns = mockClient(SNSClient);

expect.extend(allCustomMatcherWithAliases);
expect.extend({ toHaveReceivedCommand });

expect(sns).toHaveReceivedAnyCommand();
expect(sns).not.toHaveReceivedCommand(PublishCommand);
expect(sns).toHaveReceivedCommandTimes(PublishCommand, 2);
expect(sns).toHaveReceivedCommandWith(PublishCommand, { Message: '' });
expect(sns).toHaveReceivedCommandWith(PublishCommand, { Message: expect.stringMatching(/x/) });
expect(sns).toHaveReceivedNthCommandWith(1, PublishCommand, { Message: '' });
expect(sns).toHaveReceivedNthCommandWith(PublishCommand, 1, { Message: '' });
expect(sns).toReceiveNthSpecificCommandWith(1, PublishCommand, { TopicArn: '' });
expect(sns).toReceiveCommandExactlyOnceWith(PublishCommand, { TopicArn: '' });
expect(sns).toHaveReceivedLastCommandWith(PublishCommand, { TopicArn: '' });
expect(1).toHaveReceivedCommand(PublishCommand);
// @ts-expect-error -- not a command
expect(sns).toHaveReceivedCommand(String);
// @ts-expect-error -- how often is missing
expect(sns).toHaveReceivedCommandTimes(PublishCommand);
// @ts-expect-error -- no member of the input
expect(sns).toHaveReceivedCommandWith(PublishCommand, { Foo: '' });

// What projects wrote for aws-sdk-client-mock-vitest.
declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  interface Matchers<T = any> extends CustomMatcher<T> {}
}

// And for its matchers by either of their names.
interface Short extends AliasMatcher<void> {
  readonly isShort: true;
}
interface Full extends BaseMatcher<void> {
  readonly isFull: true;
}
declare const short: Short;
declare const full: Full;
short.toReceiveCommandTimes(PublishCommand, 2);
full.toHaveReceivedCommandTimes(PublishCommand, 2);
// @ts-expect-error -- not by its full name
short.toHaveReceivedCommandTimes(PublishCommand, 2);
// @ts-expect-error -- not by its shorter name
full.toReceiveCommandTimes(PublishCommand, 2);
