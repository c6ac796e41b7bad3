import type { CallExpression, Identifier, MemberExpression } from '@babel/types';
import type { Place } from '../syntax.js';

/** One call of a chain: `.on(X)`. */
export interface Link {
  readonly name: string;
  readonly property: Identifier;
  readonly call: Place<CallExpression>;
  readonly args: CallExpression['arguments'];
}

/** The calls that a chain of methods makes on what stands at a place: `mock.on(X).resolves(y)`. */
export function chainOn(place: Place): Link[] {
  const links: Link[] = [];
  let inner = place;
  for (;;) {
    const member = inner.parent;
    if (!isMember(member) || member.node.object !== inner.node) return links;
    const { property, computed } = member.node;
    const call = member.parent;
    if (computed || property.type !== 'Identifier') return links;
    if (call?.node.type !== 'CallExpression' || call.node.callee !== member.node) return links;
    const place = call as Place<CallExpression>;
    links.push({ name: property.name, property, call: place, args: call.node.arguments });
    inner = call;
  }
}

function isMember(place: Place | undefined): place is Place<MemberExpression> {
  return place?.node.type === 'MemberExpression';
}
