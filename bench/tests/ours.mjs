import { stub } from 'aws-sdk-stubber';

export const side = 'ours';
export { stub };

/** The setup file has stubbed every client, and ends the stubs of each test. */
export function mock() {
  return undefined;
}

export function answer(Client, Command, params, output) {
  stub(Client).on(Command, params).resolves(output);
}

/** Expectations, used in any order. */
export function expectAll(Client, Command, expected) {
  const writer = stub(Client).inAnyOrder();
  for (const [params, output] of expected) writer.expects(Command, params).resolves(output);
}
