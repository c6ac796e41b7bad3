import type { Node, ObjectExpression } from '@babel/types';
import type { Place } from '../../syntax.js';
import { chainOn, type Link } from '../chain.js';
import type { Mock } from '../mocks.js';
import { Stays } from '../stays.js';
import { bare, nameOf, type Suite } from '../suite.js';
import { surroundingsOf } from '../surroundings.js';

interface Written {
  readonly place: Place;
  readonly command: string;
  readonly input: Node | undefined;
  readonly hasOnce: boolean;
  /** The test that it is written in, where it is in one. */
  readonly test: Node | undefined;
}

/**
 * Of stubs that fit a call the first answers there, and the last here; what a test stubbed answers in later ones too.
 *
 * @throws Stays where that makes a difference, or may
 */
export function refuseOtherAnswers(suite: Suite, mock: Mock): void {
  const message = suite.find(
    ({ node }) =>
      (node.type === 'StringLiteral' && /^No (mock configured|matching mock)/.test(node.value)) ||
      (node.type === 'RegExpLiteral' && /^No (mock configured|matching mock)/.test(node.pattern)),
  )[0];
  if (message !== undefined) {
    throw new Stays(message.node, 'its words for a call that nothing answers are asked for');
  }
  const stubs = stubsOf(suite, mock);
  for (const [index, later] of stubs.entries()) {
    for (const earlier of stubs.slice(0, index)) {
      if (earlier.command !== later.command || areApart(earlier, later)) continue;
      if (areDisjoint(earlier.input, later.input)) continue;
      const isSame = textOf(suite, earlier.input) === textOf(suite, later.input);
      if (isSame && !earlier.hasOnce && !later.hasOnce) continue;
      throw new Stays(
        later.place.node,
        'of several stubs that fit a call the first answers there, and the last here',
      );
    }
  }
}

function stubsOf(suite: Suite, { binding }: Mock): Written[] {
  return binding.references.flatMap((place) => {
    const [on, ...replies] = chainOn(place);
    const [command, input] = on?.name === 'on' ? on.args : [];
    if (command === undefined) return [];
    const { kind, call } = surroundingsOf(place);
    const test = kind === 'test' ? call?.node : undefined;
    return [{ place, command: suite.textOf(command), input, hasOnce: hasOnce(replies), test }];
  });
}

function hasOnce(replies: readonly Link[]): boolean {
  return replies.some(({ name }) => name.endsWith('Once'));
}

/** In different tests. */
function areApart(a: Written, b: Written): boolean {
  return a.test !== undefined && b.test !== undefined && a.test !== b.test;
}

/** `{ Key: 'a' }` and `{ Key: 'b' }` */
function areDisjoint(a: Node | undefined, b: Node | undefined): boolean {
  if (a?.type !== 'ObjectExpression' || b?.type !== 'ObjectExpression') return false;
  const others = membersOf(b);
  for (const [name, value] of membersOf(a)) {
    const other = others.get(name);
    if (other === undefined) continue;
    const [text, otherText] = [literalOf(value), literalOf(other)];
    if (text !== undefined && otherText !== undefined && text !== otherText) return true;
    if (areDisjoint(value, other)) return true;
  }
  return false;
}

function membersOf({ properties }: ObjectExpression): Map<string, Node> {
  const members = new Map<string, Node>();
  for (const property of properties) {
    if (property.type !== 'ObjectProperty' || property.computed) continue;
    members.set(nameOf(property.key) ?? '', bare(property.value));
  }
  return members;
}

function literalOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return JSON.stringify(node.value);
  if (node.type === 'NumericLiteral' || node.type === 'BooleanLiteral') return String(node.value);
  return undefined;
}

function textOf(suite: Suite, node: Node | undefined): string {
  return node === undefined ? '' : suite.textOf(node);
}
