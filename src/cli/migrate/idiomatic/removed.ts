import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import { removeLine } from '../remove-line.js';
import type { Place } from '../syntax.js';
import type { Plan } from './plan.js';
import type { Suite } from './suite.js';
import { surroundingsOf } from './surroundings.js';

/** Takes out what nothing takes the place of, and hooks that have nothing left to do. */
export function removeStatements(suite: Suite, plans: readonly Plan[], edits: MagicString): void {
  const removed = new Set(plans.flatMap((plan) => plan.removed.map(({ node }) => node)));
  const done = new Set<Node>();
  for (const place of plans.flatMap((plan) => plan.removed)) {
    const hook = emptyHook(place, removed);
    const node = hook?.node ?? place.node;
    if (done.has(node)) continue;
    done.add(node);
    removeLine(suite.syntax, edits, node);
  }
}

/** The statement of a hook that would do nothing any more. */
function emptyHook(place: Place, removed: ReadonlySet<Node>): Place | undefined {
  const { callback, call } = surroundingsOf(place);
  const statement = call?.parent;
  if (callback === undefined || statement?.node.type !== 'ExpressionStatement') return undefined;
  if (!('body' in callback)) return undefined;
  const body = callback.body as Node;
  const isEmpty =
    body.type === 'BlockStatement'
      ? body.body.every((each) => removed.has(each)) && (body.innerComments ?? []).length === 0
      : removed.has(body);
  return isEmpty ? statement : undefined;
}
