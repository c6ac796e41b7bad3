import { Figures } from '../figures.mjs';
import { inTurns, runs } from './files.mjs';

const LIMIT = 25;
const ROWS = {
  action: 'vpc.createSubnet(), which gives a Subnet',
  answer: 'vpc.delete(), which gives the answer',
  attribute: "ec2.Vpc(id).get('CidrBlock'), which loads",
  collection: 'vpc.subnets.toArray(), a page of ten',
};

export const about = 'CPU time of a call by a resource, above the same call by the client';
export const title = 'a resource call above its client call, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 3 : 9, { ours: runs('resource', 'ours') });
  const figures = new Figures(await workspace.vitest(files));
  return Object.entries(ROWS).map(([key, name]) => ({
    key,
    name,
    ours: figures.median(key, 'ours'),
    theirs: undefined,
    limit: LIMIT,
  }));
}

/** No ratios: µs above the client's call. */
export function ratiosOf(rows) {
  return Object.fromEntries(rows.map(({ key, ours }) => [key, ours]));
}
