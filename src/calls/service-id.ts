import { WrongUseError } from '../errors.js';
import { hasPackage, knownServiceId, meantServiceId, packagesOf } from '../model/index.js';
import { chainOf, currentScope, projectFolders, type Scope } from './scope.js';

/** Services that are not AWS's, by their squeezed ids, as the scope's tests said. */
const OTHER_SERVICES = 'other-services';

const serviceIds = new Map<string, string>();

/** The id by which the service's package is found. */
export function checkedServiceId(id: string, service: string, from: string): string {
  const checked = serviceIds.get(id);
  if (checked !== undefined) return checked;
  const given = id.replace(/Client$/, '');
  const found = hasPackage(packagesOf(given), projectFolders()) ? given : knownServiceId(given);
  if (found !== undefined) {
    serviceIds.set(id, found);
    return found;
  }
  if (isOtherService(service)) return given;
  const meant = meantServiceId(id);
  throw new WrongUseError(
    `${from}: there is no service '${id}'.${meant === undefined ? '' : ` Did you mean '${meant}'?`} ` +
      `Where a client of your own has this id, write stub('${id}', { unknownService: true }).`,
    'there-is-no-such-service',
  );
}

/** Takes it from a test that there is a service that is not AWS's. */
export function allowOtherService(service: string): void {
  currentScope()
    .part(OTHER_SERVICES, () => new Set<string>())
    .add(service);
}

/** True where a test said that there are services that are not AWS's. */
export function hasOtherServices(scopes: readonly Scope[]): boolean {
  return scopes.some((scope) => scope.existingPart(OTHER_SERVICES) !== undefined);
}

/** A service that is not AWS's: a test said so, or a client of it was called. */
function isOtherService(service: string): boolean {
  return [...chainOf(currentScope())].some(
    (scope) =>
      scope.existingPart<Set<string>>(OTHER_SERVICES)?.has(service) === true ||
      scope.calls.some(({ keys }) => keys.includes(service)),
  );
}
