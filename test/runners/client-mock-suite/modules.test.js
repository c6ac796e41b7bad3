import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { getUser, publish, whoAmI } from './app.js';

vi.mock('@aws-sdk/client-sts', () => {
  class GetCallerIdentityCommand {}
  class STSClient {
    send(command) {
      return command instanceof GetCallerIdentityCommand
        ? { Account: 'of the mocked package' }
        : undefined;
    }
  }
  return { AssumeRoleCommand: class {}, GetCallerIdentityCommand, STSClient };
});
vi.mock('@aws-sdk/lib-dynamodb', () => ({
  DynamoDBDocumentClient: {
    from: () => ({ send: async () => ({ Item: 'of the mocked package' }) }),
  },
  GetCommand: class {},
  paginateQuery: () => [],
}));

test('a package that is mocked with a factory', async () => {
  expect(await whoAmI()).toBe('of the mocked package');
  expect(new STSClient().send(new GetCallerIdentityCommand())).toEqual({
    Account: 'of the mocked package',
  });
  expect(await getUser('1')).toBe('of the mocked package');
});
test('beside a client that is mocked', async () => {
  const mock = mockClient(SNSClient);
  mock.on(PublishCommand).resolves({ MessageId: '1' });
  expect(await publish(['a'])).toEqual(['1']);
});
test('modules that are loaded anew', async () => {
  vi.resetModules();
  const { publish: anew } = await import('./app.js');
  const { SNSClient: Anew } = await import('@aws-sdk/client-sns');
  const { mockClient: mockAnew } = await import('aws-sdk-client-mock');
  mockAnew(Anew).resolves({ MessageId: 'anew' });
  expect(await anew(['a'])).toEqual(['anew']);
});
