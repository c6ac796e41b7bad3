import { WrongUseError } from '../errors.js';

/**
 * What people who come from aws-sdk-client-mock, or from mocks of a runner's own, write on a stub; and what it is here.
 * Source: README of aws-sdk-client-mock 4.1.
 */
const HERE: Readonly<Record<string, string>> = {
  onAnyCommand: 'onAnyOperation()',
  callsFake: 'answers((input) => …)',
  callsFakeOnce: 'answersOnce((input) => …)',
  call: 'calls()[n]',
  commandCalls: 'calls(operation, params)',
  send: 'calls(), or a matcher: expect(client).toHaveCalledOperation(…)',
  resetBehavior: 'reset()',
  resetHistory: 'nothing: the calls of a test are gone when it ends',
  restore: 'nothing: all is put back after each test',
  mockResolvedValue: 'resolves(output)',
  mockResolvedValueOnce: 'resolvesOnce(output)',
  mockRejectedValue: "rejects('Code')",
  mockRejectedValueOnce: "rejectsOnce('Code')",
  mockImplementation: 'answers((input) => …)',
};

/** Lets a stub say what these are called here, in place of "is not a function". */
export function knowOtherWords(stub: object): void {
  for (const [name, here] of Object.entries(HERE)) {
    Object.defineProperty(stub, name, {
      get: () => {
        throw new WrongUseError(
          `A stub has no ${name}; here that is ${here}.`,
          'a-function-of-another-library',
        );
      },
    });
  }
}
