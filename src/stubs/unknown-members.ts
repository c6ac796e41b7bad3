import { DOCUMENT_CLIENT, projectFolders, type OpenCall, type Scope } from '../calls/index.js';
import {
  isHandedOn,
  modelOf,
  packagesOf,
  servicePackage,
  structuresOf,
  type Problem,
  type ServicePackage,
  type Structures,
} from '../model/index.js';
import { settingFor, type Settings, type StubSettings } from './settings.js';

/**
 * Whether members of a call's input that the model does not have are let be: as the stub says, else the nearest target
 * that says it of the operation or of all.
 */
export function dropsUnknown(
  { names, keys }: OpenCall,
  own: StubSettings | undefined,
  scope: Scope,
): boolean {
  const ofOperation = (value: Settings['unknownMembers']): Settings['unknownMembers'] =>
    typeof value === 'object' ? (value[names.alias] ?? value[names.operation]) : value;
  const said = own?.unknownMembers ?? settingFor('unknownMembers', keys, scope, ofOperation);
  return said === 'drop';
}

/** Without the members of values that have the form of another structure of the service: code hands those on. */
export function unlessHandedOn(
  problems: readonly Problem[],
  serviceId: string | undefined,
): readonly Problem[] {
  if (!problems.some(({ unknownIn }) => unknownIn !== undefined)) return problems;
  const structures = structuresOfService(serviceId);
  return structures === undefined
    ? problems
    : problems.filter(({ unknownIn }) => !(unknownIn && isHandedOn(unknownIn, structures)));
}

const known = new WeakMap<ServicePackage, Structures>();

/** Undefined where the project has no such client. */
function structuresOfService(serviceId: string | undefined): Structures | undefined {
  if (serviceId === undefined) return undefined;
  const plain = serviceId === DOCUMENT_CLIENT ? 'DynamoDB' : serviceId;
  const service = servicePackage(packagesOf(plain), projectFolders());
  if (service === undefined) return undefined;
  let structures = known.get(service);
  if (structures === undefined) {
    const models = [...service.operations].flatMap((name) => {
      const command = service.command(name);
      return (command && modelOf(new command({}))) ?? [];
    });
    known.set(service, (structures = structuresOf(models)));
  }
  return structures;
}
