import type { BaseResource } from './base.js';

/** A resource as messages and `console.log` show it: `ec2.Vpc(id="vpc-1")`. */
export function describe(resource: BaseResource): string {
  return resource.toString();
}
