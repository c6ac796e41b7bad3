import type { CallExpression, Node } from '@babel/types';
import type { Place } from '../syntax.js';
import { isFunction } from './bindings.js';

const HOOKS = new Set(['beforeEach', 'afterEach', 'beforeAll', 'afterAll', 'before', 'after']);
const TESTS = new Set(['test', 'it', 'fit', 'xit', 'xtest', 'specify', 'bench']);
const SUITES = new Set(['describe', 'fdescribe', 'xdescribe', 'suite', 'context']);

/** When the code at a place is run. */
export interface Surroundings {
  /** `helper`: in a function that is called from elsewhere; `body`: while the file is loaded. */
  readonly kind: 'test' | 'hook' | 'helper' | 'body';
  /** The call of `test`, `beforeEach` and their kin. */
  readonly call?: Place<CallExpression>;
  /** The function that is given to it. */
  readonly callback?: Node;
  /** `beforeEach`, where it is a hook. */
  readonly hook?: string;
}

export function surroundingsOf(place: Place): Surroundings {
  for (let above: Place | undefined = place; above !== undefined; above = above.parent) {
    if (!isFunction(above.node)) continue;
    const call = above.parent;
    if (call?.node.type !== 'CallExpression' || call.node.callee === above.node) {
      return { kind: 'helper' };
    }
    const name = rootOf(call.node.callee);
    const found = { call: call as Place<CallExpression>, callback: above.node };
    if (HOOKS.has(name)) return { kind: 'hook', hook: name, ...found };
    if (TESTS.has(name)) return { kind: 'test', ...found };
    if (SUITES.has(name)) return { kind: 'body' };
  }
  return { kind: 'body' };
}

/** The function of a `describe` around a place, or the whole file. */
export function suiteAround(place: Place): Node {
  let last = place.node;
  for (let above: Place | undefined = place; above !== undefined; above = above.parent) {
    last = above.node;
    const call = above.parent?.node;
    if (!isFunction(above.node) || call?.type !== 'CallExpression') continue;
    if (SUITES.has(rootOf(call.callee))) return above.node;
  }
  return last;
}

/** `test` of `test.each([…])`. */
function rootOf(callee: Node): string {
  switch (callee.type) {
    case 'Identifier':
      return callee.name;
    case 'MemberExpression':
      return rootOf(callee.object);
    case 'CallExpression':
      return rootOf(callee.callee);
    case 'TaggedTemplateExpression':
      return rootOf(callee.tag);
    default:
      return '';
  }
}

export function isWithin(place: Place, node: Node): boolean {
  for (let above: Place | undefined = place; above !== undefined; above = above.parent) {
    if (above.node === node) return true;
  }
  return false;
}
