import { beforeEach } from 'vitest';

/** What tests do with a `mockClient`, as aws-sdk-client-mock's README has it: mocked once, and reset before each test. */
export function mocksOf(mockClient) {
  const mocks = new Map();
  return {
    mock(...Clients) {
      for (const Client of Clients) mocks.set(Client, mockClient(Client));
      beforeEach(() => {
        for (const mocked of mocks.values()) mocked.reset();
      });
    },
    answer(Client, Command, params, output) {
      mocks.get(Client).on(Command, params).resolves(output);
    },
  };
}
