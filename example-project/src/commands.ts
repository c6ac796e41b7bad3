import {
  type Arguments,
  bucketFrom,
  cidrFrom,
  indexFrom,
  nameFrom,
  zonesFrom,
} from './arguments.js';
import { buildNetwork } from './build-network.js';
import { findNetwork } from './find-network.js';
import { InputError } from './input-error.js';
import { listNetworks, manifestUrl } from './manifest.js';
import { networksOf } from './network-index.js';
import { tearDown } from './tear-down.js';

/** What a command says: its result, and what it is doing meanwhile. */
export interface Report {
  print: (line: string) => void;
  onProgress: (line: string) => void;
}

export interface Command {
  usage: string;
  summary: string;
  /** Its options, each with what to write and what that means. */
  options: Record<string, string>;
  run(given: Arguments, report: Report): Promise<void>;
}

const bucket = '<bucket>  the S3 bucket that keeps the manifests';
const table = '<table>    the DynamoDB table that keeps the index: who has which network';
const settings =
  '<path>  takes what is not given here from Parameter Store: <path>/bucket, /table, /owner';

const up: Command = {
  usage:
    'netkit up <name> --cidr <block> --bucket <bucket> [--zones <count>] [--table <table> --owner <owner>]',
  summary: 'builds a network',
  options: {
    cidr: "<block>     the VPC's IPv4 block, from /16 to /28, such as 10.0.0.0/16",
    zones: '<count>    how many zones get a public and a private subnet; 2 if not given',
    bucket,
    table,
    owner: '<owner>    whose network it is in the index',
    settings,
  },
  async run(given, { print, onProgress }) {
    const plan = {
      name: nameFrom(given),
      cidrBlock: cidrFrom(given),
      zones: zonesFrom(given),
      bucket: bucketFrom(given),
      index: indexFrom(given),
    };
    const { name, vpcId, subnets } = await buildNetwork(plan, { onProgress });
    print(`${name} is up: VPC ${vpcId} with ${subnets.length} subnets`);
    print(`manifest: ${manifestUrl(plan.bucket, name)}`);
  },
};

const show: Command = {
  usage: 'netkit show <name> --bucket <bucket>',
  summary: 'says what is still there of a network',
  options: { bucket, settings },
  async run(given, { print }) {
    const { manifest, vpcState, subnets } = await findNetwork(bucketFrom(given), nameFrom(given));
    print(`${manifest.name} in ${manifest.region}`);
    print(`  VPC ${manifest.vpcId} ${manifest.cidrBlock}: ${vpcState}`);
    for (const { subnetId, cidrBlock, availabilityZone, access, state } of subnets) {
      print(`  ${access} subnet ${subnetId} ${cidrBlock} in ${availabilityZone}: ${state}`);
    }
  },
};

const list: Command = {
  usage: 'netkit list --bucket <bucket> | --table <table> --owner <owner>',
  summary: 'lists the networks: all, or those of an owner',
  options: { bucket, table, owner: '<owner>    whose networks', settings },
  async run(given, { print, onProgress }) {
    const [name] = given.positionals;
    if (name !== undefined) {
      throw new InputError(
        `list takes no name: leave '${name}' out, or write 'netkit show ${name}'`,
      );
    }
    const index = indexFrom(given);
    const names = index ? await networksOf(index) : await listNetworks(bucketFrom(given));
    for (const each of names) print(each);
    if (names.length === 0) onProgress('there are none');
  },
};

const down: Command = {
  usage: 'netkit down <name> --bucket <bucket> [--table <table>]',
  summary: 'tears a network down',
  options: { bucket, table, settings },
  async run(given, { print, onProgress }) {
    const name = nameFrom(given);
    const options = { onProgress, table: given.values['table'] };
    const { removed, alreadyGone } = await tearDown(bucketFrom(given), name, options);
    print(`${name} is down: ${removed.length} removed, ${alreadyGone.length} already gone`);
  },
};

export const commands = new Map(Object.entries({ up, show, list, down }));
