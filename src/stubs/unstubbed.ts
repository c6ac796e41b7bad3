import { toCode, type OpenCall, type Scope } from '../calls/index.js';
import { UnstubbedOperationError } from '../errors.js';
import { nearest, operationSchemaOf } from '../model/index.js';
import { differences, isExactly, printDifferences } from './params.js';
import { describeStub } from './pending.js';
import { keysOf, registriesOf } from './registry.js';
import type { Stub } from './stub.js';

/** How many of the nearest stubs a message shows. */
const MAX_NEAREST = 3;
/** How many stubs are looked at for the nearest, from the latest. */
const MAX_LOOKED_AT = 1000;

/** The error for a call that nothing answers: what was called, what came near, and what to write. */
export function unstubbedError(call: OpenCall, scope: Scope): UnstubbedOperationError {
  const { service, operation, input } = call;
  const code = lineToAdd(call);
  const near = nearestStubs(call, scope);
  const message = [
    `No stub answers ${service} ${operation}. Nothing was sent to AWS.`,
    '',
    `  ${call.identity.className} was called with`,
    `    ${toCode(input, 80, 4)}`,
    '',
    ...near,
    'To answer it, add to the test:',
    '',
    `  ${code}`,
  ].join('\n');
  return new UnstubbedOperationError(message, { service, operation, input });
}

function lineToAdd(call: OpenCall): string {
  const { className } = call.identity;
  const params = toCode(call.input, 60, 2);
  const given = params === '{}' ? '' : `, ${params}`;
  const members = operationSchemaOf(clientCommandOf(call))?.outputMembers ?? [];
  const output = members.length === 0 ? '' : `{ /* ${cut(members.join(', '), 60)} */ }`;
  return `stub(${className}).on('${call.names.alias}'${given}).resolves(${output});`;
}

function clientCommandOf({ command }: OpenCall): object {
  return (command as { clientCommand?: object }).clientCommand ?? command;
}

interface Candidate {
  readonly stub: Stub;
  readonly lines: readonly string[];
  /** The fewer the nearer. */
  readonly distance: number;
}

function nearestStubs(call: OpenCall, scope: Scope): string[] {
  const stubs = [...registriesOf(scope)].flatMap(({ sets }) =>
    [...sets.values()].flatMap((set) => {
      const { next } = set;
      return set.stubs
        .slice(-MAX_LOOKED_AT)
        .filter((stub) => !stub.isExpectation || stub === next || set.inAnyOrder);
    }),
  );
  const candidates = stubs.flatMap((stub) => candidate(stub, call));
  if (candidates.length === 0) return [];
  candidates.sort((a, b) => a.distance - b.distance || b.stub.order - a.stub.order);
  const shown = candidates.slice(0, MAX_NEAREST);
  const rest = candidates.length - shown.length;
  return [
    shown.length === 1 ? 'The nearest stub:' : 'The nearest stubs:',
    '',
    ...shown.flatMap(({ stub, lines }) => [`  ${describeStub(stub)}`, ...lines, '']),
    ...(rest > 0 ? [`  … ${String(rest)} more`, ''] : []),
  ];
}

/** Why a stub does not answer the call; stubs that have nothing to do with it are left out. */
function candidate(stub: Stub, call: OpenCall): Candidate[] {
  const forClient = keysOf(call).includes(stub.target.key);
  const forOperation =
    stub.operation === call.names.operation || stub.operation === call.names.alias;
  if (!forOperation) {
    if (!forClient) return [];
    if (stub.isExpectation) {
      return [{ stub, lines: [`     is the call that was expected next`], distance: 500 }];
    }
    if (nearest(stub.operation, [call.operation]).length === 0) return [];
    return [{ stub, lines: [`     is for another operation, ${stub.operation}`], distance: 1000 }];
  }
  const found =
    stub.params === undefined
      ? []
      : differences(stub.params, call.input, { whole: stub.isExpectation });
  const lines: string[] = [];
  if (!forClient) lines.push(`     is for another client (this one: ${call.identity.className})`);
  if (found.length > 0) {
    const strict = stub.isExpectation || isExactly(stub.params);
    if (strict && found.some(({ expected }) => expected === undefined)) {
      lines.push(`     takes these parameters and no others`);
    }
    lines.push(printDifferences(found, '     '));
  } else if (stub.isUsedUp) lines.push('     has given all its replies');
  return [
    { stub, lines, distance: found.length + (forClient ? 0 : 100) + (stub.isUsedUp ? 50 : 0) },
  ];
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
