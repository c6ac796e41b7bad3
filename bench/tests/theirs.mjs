import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach } from 'vitest';

export const side = 'theirs';

const mocks = new Map();

/** As their README has it: mocked once, and reset before each test. */
export function mock(...Clients) {
  for (const Client of Clients) mocks.set(Client, mockClient(Client));
  beforeEach(() => {
    for (const mocked of mocks.values()) mocked.reset();
  });
}

export function answer(Client, Command, params, output) {
  mocks.get(Client).on(Command, params).resolves(output);
}
