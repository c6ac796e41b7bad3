import { stateOf, type BaseResource } from './base.js';

/** A resource as messages and `console.log` show it: `ec2.Vpc(id="vpc-1")`. */
export function describe(resource: BaseResource): string {
  const { context, kind, identifiers } = stateOf(resource);
  const shown = Object.entries(identifiers).map(([name, value]) => {
    // The secret of an access key identifies its resource, and has no place in a log.
    const text = name === 'secret' ? '***' : value;
    return `${name}=${JSON.stringify(text)}`;
  });
  return `${context.service.name}.${kind.name}(${shown.join(', ')})`;
}
