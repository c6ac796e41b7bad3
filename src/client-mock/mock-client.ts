import { WrongUseError } from '../errors.js';
import { AwsStub, type Mockable } from './aws-stub.js';
import type { SendStub } from './send-stub.js';
import type { MockSettings } from './settings.js';
import type { Client, MetadataBearer } from './types.js';

/** What sinon's sandboxes have that puts something in a place, and back when the sandbox is restored. */
interface Sandbox {
  replace(object: object, property: string, replacement: unknown): unknown;
}

/** Settings of one mock; what is not said here is as `configure` says. */
export interface MockOptions extends MockSettings {
  /** A sandbox of sinon, whose `restore()` restores the mock too. */
  readonly sandbox?: object | undefined;
}

/**
 * Mocks a client, or all clients of a class: `send` is answered by what is written on the mock, and nothing of it reaches
 * AWS, with or without the setup entry of this package.
 *
 * The API, and what it does, is aws-sdk-client-mock's.
 *
 * @param client - a client class, or a client
 * @param options - how far the mock departs from aws-sdk-client-mock
 * @throws WrongUseError for what is neither a client nor the class of one
 * @example
 * const sns = mockClient(SNSClient);
 * sns.on(PublishCommand).resolves({ MessageId: '1' });
 */
export function mockClient<TInput extends object, TOutput extends MetadataBearer, TConfiguration>(
  client:
    | Client<TInput, TOutput, TConfiguration>
    | { prototype: Client<TInput, TOutput, TConfiguration> },
  { sandbox, ...settings }: MockOptions = {},
): AwsStub<TInput, TOutput, TConfiguration> {
  const mocked = mockableIn(client);
  if (sandbox === undefined) return new AwsStub(mocked, settings);
  return new AwsStub(mocked, settings, (send: SendStub) => {
    (sandbox as Sandbox).replace(mocked, 'send', send);
  });
}

function mockableIn(client: unknown): Mockable {
  const value = client as { send?: unknown; prototype?: Mockable } | null | undefined;
  if (typeof value?.send === 'function') return value;
  if (typeof value?.prototype?.send === 'function') return value.prototype;
  throw new WrongUseError(
    'mockClient() takes a client class (SNSClient) or a client, but got ' +
      `${client === null ? 'null' : typeof client}. Nothing was mocked.`,
    'something-that-is-no-client',
  );
}
