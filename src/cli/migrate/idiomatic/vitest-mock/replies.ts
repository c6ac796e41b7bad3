import type { ArrowFunctionExpression, FunctionExpression, Node } from '@babel/types';
import { endOf, startOf, walk } from '../../syntax.js';
import type { Link } from '../chain.js';
import type { Plan } from '../plan.js';
import { planAnswer, planError, planOutput, requireCommand } from '../replies.js';
import { Stays } from '../stays.js';
import { bare, nameOf, type Suite } from '../suite.js';

/** The code, the text, what stands before that which it is about, and the status where ours would be another. */
type OwnError = readonly [string, string, about?: string | undefined, status?: number];

/** The errors that it has methods for. */
const ERRORS: Readonly<Record<string, OwnError>> = {
  rejectsWithNoSuchKey: ['NoSuchKey', 'The specified key does not exist.', ' Key: '],
  rejectsWithNoSuchBucket: ['NoSuchBucket', 'The specified bucket does not exist.', ' Bucket: '],
  rejectsWithAccessDenied: ['AccessDenied', 'Access Denied', ' for resource: '],
  rejectsWithResourceNotFound: ['ResourceNotFoundException', 'Requested resource not found', ': '],
  rejectsWithConditionalCheckFailed: [
    'ConditionalCheckFailedException',
    'The conditional request failed',
  ],
  rejectsWithThrottling: ['Throttling', 'Rate exceeded'],
  rejectsWithInternalServerError: [
    'InternalServerError',
    'We encountered an internal error. Please try again.',
    undefined,
    500,
  ],
};

/** What `.on(X).resolves(y)` and its kin of aws-sdk-vitest-mock are here. */
export function planVitestMockStubbing(suite: Suite, links: readonly Link[], plan: Plan): void {
  const [on, ...replies] = links;
  if (on === undefined) return;
  planOn(on, plan);
  let lasting: Link | undefined;
  for (const reply of replies) {
    // There a reply for one call comes before the lasting one, and the last of those counts.
    if (lasting !== undefined)
      throw new Stays(reply.property, `.${lasting.name}() is not its last`);
    if (!reply.name.endsWith('Once')) lasting = reply;
    planReply(suite, reply, plan);
  }
}

function planOn(on: Link, plan: Plan): void {
  requireCommand(on);
  const [, input, options] = on.args;
  if (input === undefined) return;
  if (holdsList(input) && !isStrict(options)) {
    throw new Stays(input, 'a list in its input is compared by its beginning there');
  }
  if (options === undefined) return;
  plan.replaceRange(endOf(input), endOf(options), '');
  if (isStrict(options)) plan.exactly(input);
}

/** `{ strict: true }` */
function isStrict(options: Node | undefined): boolean {
  if (options === undefined) return false;
  const [only, ...others] = options.type === 'ObjectExpression' ? options.properties : [];
  const isKnown =
    only === undefined
      ? options.type === 'ObjectExpression'
      : only.type === 'ObjectProperty' &&
        nameOf(only.key) === 'strict' &&
        only.value.type === 'BooleanLiteral' &&
        others.length === 0;
  if (!isKnown) throw new Stays(options, 'on() is strict or not by a value');
  return only?.type === 'ObjectProperty' && only.value.type === 'BooleanLiteral'
    ? only.value.value
    : false;
}

function holdsList(input: Node): boolean {
  let found = false;
  walk(input, ({ node }) => {
    found ||= node.type === 'ArrayExpression';
  });
  return found;
}

function planReply(suite: Suite, link: Link, plan: Plan): void {
  const { name, property, args, call } = link;
  const error = ERRORS[name];
  if (error !== undefined) {
    refuseCodes(suite);
    plan.replaceRange(startOf(property), endOf(call.node), rejection(suite, error, args[0]));
    return;
  }
  switch (name) {
    case 'resolves':
    case 'resolvesOnce':
      refuseBodies(args[0]);
      planOutput(suite, link, plan);
      return;
    case 'rejects':
    case 'rejectsOnce':
      planThrown(suite, link, plan);
      return;
    case 'callsFake':
    case 'callsFakeOnce':
      planFake(suite, link, plan);
      return;
    case 'resolvesStream':
    case 'resolvesStreamOnce': {
      const [data] = args;
      if (data === undefined) break;
      plan.replace(property, name.replace('Stream', ''));
      plan.wrap(data, '{ Body: ', ' }');
      return;
    }
    case 'resolvesWithDelay':
    case 'rejectsWithDelay': {
      const [given, delay] = args;
      if (given === undefined || delay === undefined) break;
      plan.replace(property, name.replace('WithDelay', ''));
      plan.replaceRange(endOf(given), endOf(delay), '');
      plan.insertAt(endOf(call.node), `.after(${suite.textOf(delay)})`);
      if (name === 'rejectsWithDelay') planThrown(suite, link, plan);
      else {
        refuseBodies(given);
        planOutput(suite, link, plan);
      }
      return;
    }
  }
  throw new Stays(property, `it uses .${name}(${args.length > 0 ? '…' : ''})`);
}

function rejection(
  suite: Suite,
  [code, text, about, status]: OwnError,
  given: Node | undefined,
): string {
  let message = `'${text}'`;
  if (given !== undefined && about !== undefined) {
    message =
      given.type === 'StringLiteral'
        ? `'${text}${about}${suite.textOf(given).slice(1, -1)}'`
        : `\`${text}${about}\${${suite.textOf(given)}}\``;
  }
  const metadata = status === undefined ? '' : `, $metadata: { httpStatusCode: ${status} }`;
  return `rejects('${code}', { message: ${message}${metadata} })`;
}

/** Its own errors have members that AWS's have not. */
function refuseCodes(suite: Suite): void {
  const [read] = suite.find(
    ({ node }) =>
      node.type === 'Identifier' && /^(code|statusCode|retryable|AwsError)$/.test(node.name),
  );
  if (read !== undefined) {
    throw new Stays(
      read.node,
      `errors of AWS have no ${nameOf(read.node) ?? ''}, as those of it have`,
    );
  }
}

/** What is thrown there is the error itself; an object that is none, too. */
function planThrown(suite: Suite, link: Link, plan: Plan): void {
  const [error] = link.args;
  const given = error === undefined ? undefined : bare(error);
  const init = given?.type === 'Identifier' ? suite.initOf(given) : undefined;
  if (given === undefined || [given, init].some((each) => each?.type === 'ObjectExpression')) {
    throw new Stays(error ?? link.property, 'it rejects with what is no error');
  }
  planError(suite, link, plan);
}

/** `callsFake((input, client) => …)` */
function planFake(suite: Suite, link: Link, plan: Plan): void {
  const [fake] = link.args;
  const answer = fake === undefined ? undefined : bare(fake);
  planAnswer(suite, link, plan, 'itsOwn');
  if (answer?.type !== 'ArrowFunctionExpression' && answer?.type !== 'FunctionExpression') return;
  refuseBodies(answer);
  planClient(suite, answer, plan);
}

function planClient(
  suite: Suite,
  { params: [, client] }: ArrowFunctionExpression | FunctionExpression,
  plan: Plan,
): void {
  if (client === undefined) return;
  if (client.type !== 'Identifier' || client.typeAnnotation) {
    throw new Stays(client, 'its fake asks for the client in a way of its own');
  }
  const { name } = client;
  plan.replace(client, name === 'client' ? '{ client }' : `{ client: ${name} }`);
}

/** There the caller gets a body as it was given, and here a stream of the SDK. */
function refuseBodies(output: Node | undefined): void {
  if (output === undefined) return;
  walk(output, ({ node }) => {
    if (node.type !== 'ObjectProperty' || nameOf(node.key) !== 'Body') return;
    const value = bare(node.value);
    const isStream = value.type === 'CallExpression' && nameOf(value.callee) === 'sdkStreamMixin';
    if (!isStream) throw new Stays(node, 'a Body is given as it is there, and as a stream here');
  });
}
