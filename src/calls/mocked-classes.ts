import { WrongUseError } from '../errors.js';
import { packagesOf, servicePackage } from '../model/index.js';
import { mockedPackages, projectFolders } from './scope.js';

/** A mock function of either runner. */
export function isMockFunction(
  value: unknown,
): value is { readonly name: string; readonly mock: unknown } {
  return typeof value === 'function' && 'mock' in value;
}

/** What `new` gives of such a class: of a client nothing is in it but mocks. */
export function isOfMockedClass(value: object): boolean {
  return isMockFunction(value.constructor) || ('send' in value && isMockFunction(value.send));
}

export function gotMock(mocked: { readonly name: string }, from: string): WrongUseError {
  const name = /Client$/.test(mocked.name) ? mocked.name : 'a client class';
  return new WrongUseError(
    `${from} got a mock of ${name}: vi.mock or jest.mock replaced its package, and calls of it ` +
      'reach no stub. Take that mock out; every client is stubbed without it.',
    'a-client-that-is-mocked-already',
  );
}

/** The client packages that the test file mocks as a whole; undefined where the runner does not tell. */
export function mockedClients(): string[] | undefined {
  return mockedPackages()?.filter((name) => /^@aws-sdk\/(?:client-|lib-dynamodb$)/.test(name));
}

/** A service id says nothing of a mock, and its calls would be nobody's. */
export function refuseMocked(serviceId: string, from: string): void {
  const names = packagesOf(serviceId);
  const known = mockedClients();
  // Jest does not tell, but gives its mock where the project's package is asked for. A spy of Vitest is in the real one.
  const isMocked =
    known === undefined && isMockFunction(servicePackage(names, projectFolders())?.client);
  const mocked = isMocked ? names[0] : known?.find((name) => names.includes(name));
  if (mocked === undefined) return;
  throw new WrongUseError(
    `${from} means clients of ${mocked}, which vi.mock or jest.mock replaced with mocks: calls of them reach no stub, ` +
      'and are not recorded. Take that mock out; every client is stubbed without it.',
    'a-client-that-is-mocked-already',
  );
}
