import { isLoading, toCode, type OpenCall, type Scope } from '../calls/index.js';
import { UnstubbedOperationError, type UnstubbedReason } from '../errors.js';
import { modelOf, nearest } from '../model/index.js';
import { differences, isExactly, printDifferences } from './params.js';
import { literalParams } from './literal-params.js';
import { allFakes, fakesFor } from './fakes.js';
import { inputIn } from './forms.js';
import { describeStub } from './pending.js';
import { registriesOf } from './registry.js';
import type { Stub } from './stub.js';
import { idleStubbers } from './stubber.js';
import { waysWhileLoading } from './while-loading.js';

/** How many of the nearest stubs a message shows. */
const MAX_NEAREST = 3;
/** How many stubs are looked at for the nearest, from the latest. */
const MAX_LOOKED_AT = 1000;

/** The error for a call that nothing answers: what was called, what came near, and what to write. */
export function unstubbedError(call: OpenCall, scope: Scope): UnstubbedOperationError {
  const { service, operation, input } = call;
  const early = earlyExpectation(call, scope);
  const near = early === undefined ? nearestStubs(call, scope) : [];
  const message = [
    `No stub answers ${service} ${operation}. Nothing was sent to AWS.`,
    '',
    `  ${call.identity.className} was called with`,
    `    ${toCode(input, call.model?.input, { indent: 4 })}`,
    '',
    ...ofFixtures(call, scope),
    ...(early ?? [
      ...idle(call, scope),
      ...printNearest(near),
      ...(isLoading()
        ? waysWhileLoading(lineToAdd(call), service)
        : ['To answer it, add to the test:', '', `  ${lineToAdd(call)}`]),
    ]),
  ].join('\n');
  const reason = early === undefined ? reasonOf(near) : 'order';
  const isOfFixture = reason === 'unstubbed' && fakesFor(call, scope) !== undefined;
  const heading = isOfFixture ? 'a-fixture-does-not-play-it' : undefined;
  return new UnstubbedOperationError(message, call.recorded, reason, heading);
}

/** What to say of fixtures that are there. */
function ofFixtures(call: OpenCall, scope: Scope): string[] {
  const { service } = call;
  if (fakesFor(call, scope) !== undefined) {
    return [`The fixtures of this test play ${service}, but not this operation.`, ''];
  }
  const all = allFakes(scope);
  const [first] = all;
  if (first === undefined) return [];
  const played = all.map(({ serviceId }) => serviceId).sort();
  const { playable } = first;
  const others = playable.filter((each) => !played.includes(each));
  return [
    `The fixtures of this test play ${played.join(', ')}, and not ${service}.`,
    ...(others.length === 0 ? [] : [`useAwsFixture('account') plays ${playable.join(', ')}.`]),
    '',
  ];
}

/** By the nearest stub of the operation for this client. */
function reasonOf(near: readonly Candidate[]): UnstubbedReason {
  const [own] = near.filter(({ isFor }) => isFor);
  if (own === undefined) return 'unstubbed';
  return own.isOther ? 'parameters' : 'used-up';
}

/** What to say of a Stubber that could have answered. */
function idle(call: OpenCall, scope: Scope): string[] {
  const [first] = idleStubbers(call, scope).sort(
    (a, b) => Number(b.isForClient) - Number(a.isForClient),
  );
  if (first === undefined) return [];
  const { stub, isForClient } = first;
  const name = isForClient ? stub.target.name : stub.target.name.replace(/^this /, 'another ');
  return [
    `A Stubber of ${name} has an answer for this operation${isForClient ? ', and is not active' : ''}:`,
    '',
    `  ${describeStub(stub, name)}`,
    '',
    isForClient
      ? 'Call its activate() before the code under test, or run that in its using(…).'
      : 'Make the Stubber of the client that the code under test calls, or of its class.',
    '',
  ];
}

/** What to say of a call that is expected, but not yet. */
function earlyExpectation(call: OpenCall, scope: Scope): string[] | undefined {
  for (const { sets } of registriesOf(scope)) {
    for (const key of call.keys) {
      const pending = sets.get(key)?.pending ?? [];
      const place = pending.findIndex((stub) => stub.isFor(call));
      const [next] = pending;
      if (place < 1 || next === undefined) continue;
      return [
        `It is expected later, after ${place === 1 ? 'this one' : `${place} others`}; next is`,
        '',
        `  ${describeStub(next)}`,
        '',
        'If the order does not matter, write',
        '',
        `  stub(${next.target.code}).inAnyOrder();`,
      ];
    }
  }
  return undefined;
}

/** The line of code that would answer a call. */
export function lineToAdd(call: OpenCall): string {
  const params = toCode(literalParams(call.input, call.model?.input), call.model?.input, {
    width: 60,
    indent: 2,
  });
  const given = params === '{}' ? '' : `, ${params}`;
  const members = modelOf(call.command)?.outputMembers ?? [];
  const output = members.length === 0 ? '' : `{ /* ${cutList(members, 60)} */ }`;
  return `stub(${call.identity.className}).on('${call.names.alias}'${given}).resolves(${output});`;
}

interface Candidate {
  readonly stub: Stub;
  readonly name: string;
  readonly lines: readonly string[];
  /** The fewer the nearer. */
  readonly distance: number;
  /** It is for the call's client and operation. */
  readonly isFor?: boolean;
  /** It has other parameters than the call. */
  readonly isOther?: boolean;
}

function nearestStubs(call: OpenCall, scope: Scope): Candidate[] {
  const stubs = [...registriesOf(scope)].flatMap(({ sets }) =>
    [...sets.values()].flatMap((set) => {
      const { next } = set;
      return set.stubs
        .slice(-MAX_LOOKED_AT)
        .filter((stub) => !stub.isExpectation || stub === next || set.inAnyOrder || stub.isUsedUp);
    }),
  );
  const candidates = stubs.flatMap((stub) => candidate(stub, call));
  return candidates.sort((a, b) => a.distance - b.distance || b.stub.order - a.stub.order);
}

function printNearest(candidates: readonly Candidate[]): string[] {
  if (candidates.length === 0) return [];
  const shown = candidates.slice(0, MAX_NEAREST);
  const rest = candidates.length - shown.length;
  return [
    shown.length === 1 ? 'The nearest stub:' : 'The nearest stubs:',
    '',
    ...shown.flatMap(({ stub, name, lines }) => [`  ${describeStub(stub, name)}`, ...lines, '']),
    ...(rest > 0 ? [`  … ${String(rest)} more`, ''] : []),
  ];
}

/** Why a stub does not answer the call; stubs that have nothing to do with it are left out. */
function candidate(stub: Stub, call: OpenCall): Candidate[] {
  const forClient = call.keys.includes(stub.target.key);
  const name = forClient ? stub.target.name : stub.target.name.replace(/^this /, 'one ');
  const forOperation = stub.isForOperation(call);
  if (!forOperation) {
    if (!forClient) return [];
    if (stub.isExpectation) {
      if (stub.isUsedUp) return [];
      return [{ stub, name, lines: [`     is the call that was expected next`], distance: 500 }];
    }
    if (nearest(stub.operation, [call.operation]).length === 0) return [];
    return [
      { stub, name, lines: [`     is for another operation, ${stub.operation}`], distance: 1000 },
    ];
  }
  const found =
    stub.params === undefined
      ? []
      : differences(stub.params, inputIn(stub.form, call), { whole: stub.isExpectation });
  const lines: string[] = [];
  if (!forClient) lines.push(`     is for another client than the one that was called`);
  if (found.length > 0) {
    const strict = stub.isExpectation || isExactly(stub.params);
    if (strict && found.some(({ isExtra }) => isExtra)) {
      lines.push(`     takes these parameters and no others`);
    }
    lines.push(printDifferences(found, call.model?.input, '     '));
  } else if (stub.isUsedUp) {
    lines.push(
      stub.isExpectation
        ? '     was expected once, and that call was made'
        : '     has given all its replies',
    );
  }
  return [
    {
      stub,
      name,
      lines,
      distance: found.length + (forClient ? 0 : 100) + (stub.isUsedUp ? 50 : 0),
      isFor: forClient,
      isOther: found.length > 0,
    },
  ];
}

/** Names up to a length, in characters. */
function cutList(names: readonly string[], length: number): string {
  let text = names[0] ?? '';
  for (const name of names.slice(1)) {
    if (text.length + name.length > length) return `${text}, …`;
    text += `, ${name}`;
  }
  return text;
}
