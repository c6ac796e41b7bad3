import { isIPv4 } from 'node:net';

import { InputError } from './input-error.js';

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
const LARGEST_PREFIX = 16;
const SMALLEST_PREFIX = 28;

/** Cuts a VPC's block into `count` blocks of equal size, the largest that fit. */
export function carve(cidrBlock: string, count: number): string[] {
  const [, dotted = '', prefixText = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(cidrBlock) ?? [];
  if (!isIPv4(dotted)) {
    throw new InputError(`'${cidrBlock}' is no CIDR block: write one such as 10.0.0.0/16`);
  }
  const vpcPrefix = Number(prefixText);
  if (vpcPrefix < LARGEST_PREFIX || vpcPrefix > SMALLEST_PREFIX) {
    throw new InputError(`a VPC cannot be a /${vpcPrefix}: write a block between /16 and /28`);
  }
  const address = Buffer.from(dotted.split('.').map(Number)).readUInt32BE();
  const start = address - (address % sizeOf(vpcPrefix));
  // EC2 would round the address down without a word, and the manifest would record another block.
  if (address !== start) {
    throw new InputError(`no /${vpcPrefix} starts at ${dotted}: write ${format(start, vpcPrefix)}`);
  }
  const bits = Math.ceil(Math.log2(count));
  const prefix = vpcPrefix + bits;
  if (prefix > SMALLEST_PREFIX) {
    throw new InputError(
      `${cidrBlock} has no room for ${count} subnets of /28, the smallest there are: ` +
        `write a block of /${SMALLEST_PREFIX - bits} or larger, or ask for fewer zones`,
    );
  }
  return Array.from({ length: count }, (_, index) =>
    format(start + index * sizeOf(prefix), prefix),
  );
}

function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

function format(address: number, prefix: number): string {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(address);
  return `${octets.join('.')}/${prefix}`;
}
