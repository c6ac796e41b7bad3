import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-stubber/client-mock';
import 'aws-sdk-stubber/client-mock/jest';
import '../shared/client-mock.js';

const sns = mockClient(SNSClient);

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
