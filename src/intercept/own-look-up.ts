import type { LookupFunction } from 'node:net';
import { isLoopback, type Destination } from './destination.js';

type Callback = Parameters<LookupFunction>[2];

/**
 * A `lookup` option decides where a name leads, and may lead that of this machine to another one: each address that it
 * gives for such a name is looked at. Other names were looked at by name.
 */
export function checkedLookUp(
  lookUp: LookupFunction,
  to: Pick<Destination, 'what' | 'port'>,
  refusal: (to: Destination) => Error | undefined,
): LookupFunction {
  return (name, options, callback) => {
    if (!isLoopback(name)) {
      lookUp(name, options, callback);
      return;
    }
    const checked: Callback = (error, address, family) => {
      const found = Array.isArray(address) ? address.map((each) => each.address) : [address];
      const refused = error
        ? undefined
        : found
            .filter((host) => !isLoopback(host))
            .map((host) => refusal({ ...to, host }))
            .find((each) => each !== undefined);
      if (refused === undefined) callback(error, address, family);
      else callback(refused, '');
    };
    lookUp(name, options, checked);
  };
}
