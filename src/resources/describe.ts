import { stateOf, type BaseResource } from './base.js';
import { printIdentity } from './identity.js';

/** A resource as messages and `console.log` show it: `ec2.Vpc(id="vpc-1")`. */
export function describe(resource: BaseResource): string {
  const { context, kind, identifiers } = stateOf(resource);
  return printIdentity({ service: context.service.name, kind: kind.name, identifiers });
}
