import { Figures } from '../figures.mjs';
import { inTurns, runs } from './files.mjs';

/** In µs; 10,000 messages are to go through a queue and a function in 2 s. */
const LIMITS = { Invoke: 60, chain: 300, flow: 200 };

const NAMES = {
  Invoke: 'Invoke of a function',
  chain: 'a message from a topic through a queue to a function',
  flow: 'a message of 10,000 through a queue and a function',
};

export const about = 'CPU time of what goes from service to service, to handlers of the test';
export const title = 'an application in one process, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 1 : 3, { ours: runs('application', 'ours') });
  const figures = new Figures(await workspace.vitest(files));
  return Object.entries(NAMES).map(([key, name]) => ({
    key,
    name,
    ours: figures.median(key, 'ours'),
    theirs: undefined,
    limit: LIMITS[key],
  }));
}

/** There are none: the figures are µs. */
export function ratiosOf() {
  return {};
}
