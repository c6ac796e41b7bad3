import type { CallExpression, Expression, Node } from '@babel/types';
import { endOf, walk, type Place } from '../syntax.js';
import type { Link } from './chain.js';
import type { Plan } from './plan.js';
import { Stays } from './stays.js';
import { bare, nameOf, type Suite } from './suite.js';

type Argument = CallExpression['arguments'][number];

/** What `.on(X).resolves(y)` and its kin are here. */
export function planStubbing(suite: Suite, links: readonly Link[], plan: Plan): void {
  for (const [index, link] of links.entries()) {
    const { name, args } = link;
    // A reply to the mock itself answers every command.
    if (index === 0 && !name.startsWith('on'))
      plan.insertBefore(link.property, 'onAnyOperation().');
    if (name === 'on') planOn(suite, link, plan);
    else if (name === 'onAnyCommand') planOnAny(link, plan);
    else if (name === 'resolves' || name === 'resolvesOnce') planOutput(suite, link, plan);
    else if (name === 'rejects' || name === 'rejectsOnce') planError(suite, link, plan);
    else if (name === 'callsFake' || name === 'callsFakeOnce') planAnswer(suite, link, plan);
    else throw new Stays(link.property, `it uses .${name}(${args.length > 0 ? '…' : ''})`);
  }
}

/** @throws Stays where `on()` has no class of a command, or not by its name */
export function requireCommand({ args: [command], property }: Link): void {
  if (command === undefined) throw new Stays(property, 'on() has no command');
  if (bare(command).type !== 'Identifier' && bare(command).type !== 'MemberExpression') {
    throw new Stays(command, 'the command of on() is no class that is named');
  }
}

function planOn(suite: Suite, on: Link, plan: Plan): void {
  requireCommand(on);
  const [, input, strict] = on.args;
  if (input === undefined) return;
  if (usesSinon(suite, input)) throw new Stays(input, 'it matches inputs with sinon');
  if (strict === undefined) return;
  if (strict.type !== 'BooleanLiteral') throw new Stays(strict, 'on() is strict or not by a value');
  plan.replaceRange(endOf(input), endOf(strict), '');
  if (strict.value) plan.exactly(input);
}

function planOnAny({ args, property }: Link, plan: Plan): void {
  if (args.length > 1) throw new Stays(property, 'it uses a strict onAnyCommand()');
  plan.replace(property, 'onAnyOperation');
}

export function planOutput(suite: Suite, { args: [output] }: Link, plan: Plan): void {
  if (output === undefined) return;
  const value = bare(output);
  if (value.type === 'NullLiteral' || (value.type === 'Identifier' && value.name === 'undefined')) {
    throw new Stays(output, 'it resolves to what is no output');
  }
  if (isCompared(suite, value, COMPARES)) {
    throw new Stays(
      output,
      `${nameOf(value) ?? 'its output'} is compared with what the client gives: it would be a copy with $metadata`,
    );
  }
  refuseSameObjects(suite, output);
  planBodies(suite, output, plan);
}

/** `resolves({ SecretBinary: bytes })` and then `toBe(bytes)`: the caller gets a copy. */
function refuseSameObjects(suite: Suite, output: Node): void {
  walk(output, ({ node }) => {
    if (node.type !== 'ObjectProperty' || bare(node.value).type !== 'Identifier') return;
    const value = bare(node.value);
    const init = suite.initOf(value);
    if (init !== undefined && /^(String|Numeric|Boolean|Template)Literal$/.test(bare(init).type))
      return;
    const name = nameOf(value) ?? '';
    if (isCompared(suite, value, /^toBe$/)) {
      throw new Stays(node, `${name} is to be the same object afterwards: it would be a copy`);
    }
  });
}

/** `sdkStreamMixin(stream)`: a body may be the stream itself here. */
export function planBodies(suite: Suite, output: Node, plan: Plan): void {
  walk(output, ({ node }) => {
    if (node.type !== 'ObjectProperty') return;
    const call = bare(node.value);
    if (call.type !== 'CallExpression' || nameOf(call.callee) !== 'sdkStreamMixin') return;
    const [stream] = call.arguments;
    if (stream === undefined || call.arguments.length !== 1) return;
    plan.replace(node.value, suite.textOf(contentOf(stream)));
  });
}

/** `Readable.from(['text'])` is `'text'`. */
function contentOf(stream: Node): Node {
  const call = bare(stream);
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return stream;
  const { object, property } = call.callee;
  if (nameOf(object) !== 'Readable' || nameOf(property) !== 'from') return stream;
  const [list] = call.arguments;
  if (list?.type !== 'ArrayExpression' || list.elements.length !== 1) return stream;
  const [only] = list.elements;
  return only === null || only === undefined || only.type === 'SpreadElement' ? stream : only;
}

/** What compares a value as a whole: matchers of values, and of what a mock function was given or gave. */
const COMPARES =
  /^to(Be|Equal|StrictEqual|eq|equal|eql)$|^(deepEqual|deepStrictEqual|equal)$|([cC]alled|[rR]eturned|[rR]esolved)(Once|ExactlyOnce)?With(Exactly)?$/;

/** `expect(output).toBe(given)`, `toEqual(given)`, and with an object that is written as the given one is. */
function isCompared(suite: Suite, given: Node, matcher: RegExp): boolean {
  const literal = literalOf(suite, given);
  const isGiven = (node: Node): boolean =>
    (given.type === 'Identifier' && node.type === 'Identifier' && node.name === given.name) ||
    (literal !== undefined && literalOf(suite, node) === literal);
  return suite
    .find(
      ({ node }) =>
        node.type === 'CallExpression' &&
        node.callee.type === 'MemberExpression' &&
        matcher.test(nameOf(node.callee.property) ?? ''),
    )
    .some(({ node }) => node.type === 'CallExpression' && node.arguments.map(bare).some(isGiven));
}

/** The text of an object, or of the one that a name stands for, however its lines are broken; `{}` tells nothing. */
function literalOf(suite: Suite, node: Node): string | undefined {
  const object = bare(suite.initOf(node) ?? node);
  if (object.type !== 'ObjectExpression' || object.properties.length === 0) return undefined;
  return suite.textOf(object).replaceAll(/\s+|,(?=\s*[}\]])/g, '');
}

export function planError(suite: Suite, { args, property, call }: Link, plan: Plan): void {
  const [error] = args;
  if (error === undefined) {
    plan.insertAt(endOf(call.node) - 1, 'new Error()');
    return;
  }
  const value = bare(error);
  switch (value.type) {
    case 'StringLiteral':
    case 'TemplateLiteral':
      plan.wrap(error, 'new Error(', ')');
      return;
    case 'ObjectExpression':
      planErrorMembers(suite, value, error, plan);
      return;
    case 'Identifier': {
      const init = suite.initOf(value);
      const given = init === undefined ? undefined : bare(init);
      if (given !== undefined && isError(given)) return;
      if (given?.type !== 'ObjectExpression') break;
      plan.wrap(error, 'Object.assign(new Error(), ', ')');
      return;
    }
    default:
      if (isError(value)) return;
  }
  throw new Stays(property, 'it rejects with what may be a text, or an object');
}

/** `new Error()`, `Object.assign(new Error(), …)` */
function isError(node: Node): boolean {
  if (node.type === 'NewExpression') return true;
  return node.type === 'CallExpression' && node.arguments[0]?.type === 'NewExpression';
}

/** The members of an error: by its name it is the service's own, else an error that has them. */
function planErrorMembers(
  suite: Suite,
  object: Extract<Expression, { type: 'ObjectExpression' }>,
  error: Argument,
  plan: Plan,
): void {
  const members = new Map<string, Node>();
  for (const property of object.properties) {
    if (property.type !== 'ObjectProperty' || property.computed) {
      throw new Stays(property, 'it rejects with what may be a text, or an object');
    }
    members.set(nameOf(property.key) ?? '', property.value);
  }
  const name = members.get('name');
  const others = [...members.keys()].filter((key) => key !== 'name' && key !== 'message');
  const isCode = name?.type === 'StringLiteral' && /^[A-Z][\w.]+$/.test(name.value);
  if (isCode && name.value !== 'Error' && others.length === 0) {
    const message = members.get('message');
    const details = message === undefined ? '' : `, { message: ${suite.textOf(message)} }`;
    plan.replace(error, suite.textOf(name) + details);
    return;
  }
  plan.wrap(error, 'Object.assign(new Error(), ', ')');
}

/**
 * `callsFake(…)`
 *
 * @param client - `'itsOwn'` where it gets the client otherwise, and knows the type of its input
 */
export function planAnswer(
  suite: Suite,
  { name, args: [fake], property }: Link,
  plan: Plan,
  client: 'refused' | 'itsOwn' = 'refused',
): void {
  const answer = fake === undefined ? undefined : bare(fake);
  if (answer?.type !== 'ArrowFunctionExpression' && answer?.type !== 'FunctionExpression') {
    throw new Stays(property, 'its fake is a function from elsewhere');
  }
  if (answer.params.length > 1 && client === 'refused') {
    throw new Stays(property, 'its fake asks for the client');
  }
  if (!answers(answer.body)) throw new Stays(property, 'its fake may give undefined');
  plan.replace(property, name === 'callsFake' ? 'answers' : 'answersOnce');
  const [input] = answer.params;
  if (!suite.isTypeScript || input === undefined || client === 'itsOwn') return;
  if (input.type !== 'Identifier' && input.type !== 'ObjectPattern') return;
  if (input.typeAnnotation) return;
  // As it was: there an input is `any`.
  const isAlone =
    suite.textOf(answer).startsWith(suite.textOf(input)) && input.type === 'Identifier';
  plan.replace(input, isAlone ? `(${suite.textOf(input)}: any)` : `${suite.textOf(input)}: any`);
}

/** It gives something or throws at its end, as far as one sees. */
function answers(body: Node): boolean {
  if (body.type !== 'BlockStatement') return isSomething(body);
  const last = body.body.at(-1);
  return last !== undefined && ends(last);
}

function isSomething(value: Node): boolean {
  return nameOf(value) !== 'undefined' && value.type !== 'NullLiteral';
}

function ends(statement: Node): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
      return statement.argument ? isSomething(statement.argument) : false;
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return answers(statement);
    case 'IfStatement':
      return statement.alternate ? ends(statement.consequent) && ends(statement.alternate) : false;
    case 'SwitchStatement':
      return (
        statement.cases.some(({ test }) => !test) &&
        ends(statement.cases.at(-1)?.consequent.at(-1) ?? statement.discriminant)
      );
    case 'TryStatement':
      return ends(statement.block) && (!statement.handler || ends(statement.handler.body));
    default:
      return false;
  }
}

function usesSinon(suite: Suite, node: Node): boolean {
  let found = false;
  walk(node, ({ node: each }) => {
    if (each.type !== 'Identifier') return;
    const declared = suite.bindingOf(each)?.declaration;
    const statement = importAround(declared);
    if (statement?.type === 'ImportDeclaration' && statement.source.value === 'sinon') found = true;
    if (/^(sinon|match)$/.test(each.name)) found = true;
  });
  return found;
}

function importAround(place: Place | undefined): Node | undefined {
  for (let above = place; above !== undefined; above = above.parent) {
    if (above.node.type === 'ImportDeclaration') return above.node;
  }
  return undefined;
}
