import { InputError } from './input-error.js';
import type { NetworkIndex } from './network-index.js';

/** What a command line holds after the command's name. */
export interface Arguments {
  positionals: string[];
  values: Record<string, string | undefined>;
}

export function nameFrom({ positionals }: Arguments): string {
  const [name, ...rest] = positionals;
  if (name === undefined) throw new InputError('the name is missing: write it after the command');
  if (rest.length > 0) {
    throw new InputError(`one network at a time: write '${name}' without '${rest.join(' ')}'`);
  }
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name)) {
    throw new InputError(
      `'${name}' cannot name a network: write up to 40 lower-case letters, digits and hyphens`,
    );
  }
  return name;
}

export function bucketFrom({ values }: Arguments): string {
  const { bucket } = values;
  if (bucket === undefined) throw new InputError('the bucket is missing: write --bucket my-bucket');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new InputError(
      `'${bucket}' cannot name a bucket: write the name alone, such as my-bucket`,
    );
  }
  return bucket;
}

/** Undefined where neither the table nor the owner is given. */
export function indexFrom({ values: { table, owner } }: Arguments): NetworkIndex | undefined {
  if (table === undefined && owner === undefined) return undefined;
  if (table === undefined) throw new InputError('the table is missing: write --table networks');
  if (owner === undefined) throw new InputError('the owner is missing: write --owner my-team');
  return { table, owner };
}

export function cidrFrom({ values }: Arguments): string {
  const { cidr } = values;
  if (cidr === undefined) throw new InputError('the block is missing: write --cidr 10.0.0.0/16');
  return cidr;
}

export function zonesFrom({ values }: Arguments): number {
  const { zones = '2' } = values;
  if (!/^[1-9]$/.test(zones)) {
    throw new InputError(`'${zones}' is no count of zones: write one from 1 to 9, such as 2`);
  }
  return Number(zones);
}
