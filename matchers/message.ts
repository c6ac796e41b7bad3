import {
  callsOf,
  currentScope,
  EVERY_CLIENT,
  shown,
  type Limits,
  type OpenCall,
} from '../src/calls/index.js';
import { inputIn } from '../src/stubs/index.js';
import { comparisonOf, viewOf } from './comparison.js';
import { shownParams, type Received, type Wanted } from './received.js';

/** Up to how many calls all are shown. */
const MAX_CALLS = 12;
/** How many other clients are named where the target's was not called. */
const MAX_CLIENTS = 5;
/** How much of one call's input is shown, in characters. */
const MAX_INPUT = 300;
/** What a line shows of an input: texts are cut, so that what tells it apart is seen. */
const LIMITS: Limits = { depth: 6, entries: 20, text: 80, values: 100 };
const WANTED_LIMITS: Limits = { ...LIMITS, text: MAX_INPUT, absent: true };

/** The first line, as the runner writes it: `expect(EC2Client).toHaveCalledOperation('CreateVpc')`. */
export function hint(received: Received, ...args: string[]): string {
  const { context, target, name } = received;
  const { isNot, promise } = context;
  const options = { ...(isNot === undefined ? {} : { isNot }), ...(promise ? { promise } : {}) };
  const [first = '', ...rest] = args;
  return context.utils.matcherHint(name, target.code === '' ? 'stub()' : target.code, first, {
    ...options,
    ...(rest.length === 0 ? {} : { secondArgument: rest.join(', ') }),
  });
}

/** An operation as an argument in the first line; its parameters follow below. */
export function argument({ operation, params }: Wanted): string[] {
  return params === undefined ? [`'${operation}'`] : [`'${operation}'`, 'params'];
}

/** A message of parts, each after an empty line; those that have nothing to say are left out. */
export function message(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** `CreateVpc with {"CidrBlock": "10.0.0.0/16"}`, in the runner's colour for what is expected. */
export function expectedCall(received: Received, { operation, params, shape }: Wanted): string {
  const { EXPECTED_COLOR, stringify } = received.context.utils;
  if (params === undefined) return EXPECTED_COLOR(operation);
  const { value, only } = shownParams(params);
  const text = EXPECTED_COLOR(
    cut(oneLine(stringify(shown(value, shape, WANTED_LIMITS))), MAX_INPUT),
  );
  return `${EXPECTED_COLOR(operation)} with ${only ? 'nothing but ' : ''}${text}`;
}

/** The nearest call of the operation and how it differs, in the runner's own diff. */
export function nearestCall(received: Received, wanted: Wanted): string | undefined {
  const [nearest] = received.nearest(wanted);
  return nearest && diffOfCall(received, wanted, nearest, 'The nearest call is');
}

/** How a call differs from the parameters, in the runner's own diff. */
export function diffOfCall(
  received: Received,
  { params, form }: Wanted,
  call: OpenCall,
  lead: string,
): string | undefined {
  const how = comparisonOf(received.context);
  const { expected, actual } = viewOf(params, inputIn(form, call), how, call.model?.input);
  const diff = received.context.utils.diff(expected, actual);
  return diff ? `${lead} call ${String(received.numberOf(call))}:\n\n${diff}` : undefined;
}

/**
 * Every call of the target with its number; of many, those of the operations in question and a
 * summary of the others.
 *
 * @param marked - calls to point at
 */
export function callList(
  received: Received,
  wanted: readonly Wanted[] = [],
  marked: readonly OpenCall[] = [],
): string {
  const { calls, target } = received;
  const { DIM_COLOR } = received.context.utils;
  if (calls.length === 0) {
    return [
      `No operation was called on ${target.key === '*' ? 'any client' : target.name}.`,
      ...elsewhere(received),
    ].join('\n');
  }
  const head = `${count(calls.length, 'call')} of ${target.name}:`;
  const shown = shownCalls(received, wanted, marked);
  const lines = [...shown].sort((a, b) => a - b).map((i) => callLine(received, i, marked));
  const others = calls.filter((_, i) => !shown.has(i));
  if (others.length > 0) lines.push(DIM_COLOR(`  … and ${summary(others)}`));
  return [head, ...lines].join('\n');
}

/** The calls of other clients, in a line: the assertion may be on the wrong one. */
function elsewhere({ target, calls }: Received): string[] {
  const others = callsOf(EVERY_CLIENT, currentScope()).filter((call) => !calls.includes(call));
  if (others.length === 0) return [];
  const clients = new Map<string, OpenCall[]>();
  for (const call of others) {
    const { className } = call.identity;
    const name = target.name === `this ${className}` ? `another ${className}` : className;
    clients.set(name, [...(clients.get(name) ?? []), call]);
  }
  const lines = [...clients]
    .slice(0, MAX_CLIENTS)
    .map(([name, ofClient]) => `  ${name}: ${operations(ofClient)}`);
  if (clients.size > lines.length) lines.push('  …');
  return ['Called on other clients:', ...lines];
}

/**
 * A line for each, and how many more there are.
 *
 * @param max - up to how many are shown
 */
export function linesOf<T>(all: readonly T[], max: number, text: (one: T) => string): string[] {
  const lines = all.slice(0, max).map((each) => `  ${text(each)}`);
  const rest = all.length - lines.length;
  return rest > 0 ? [...lines, `  … and ${String(rest)} more`] : lines;
}

/** `1 call`, `3 calls`, `2 deliveries`. */
export function count(n: number, noun: string): string {
  if (n === 1) return `1 ${noun}`;
  return `${String(n)} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

function shownCalls(
  received: Received,
  wanted: readonly Wanted[],
  marked: readonly OpenCall[],
): Set<number> {
  const { calls } = received;
  const all = calls.map((_, i) => i);
  if (calls.length <= MAX_CALLS) return new Set(all);
  const pick = (test: (call: OpenCall) => boolean): number[] =>
    all.filter((i) => test(calls[i] as OpenCall)).slice(0, MAX_CALLS);
  const first = [
    ...pick((call) => marked.includes(call)),
    ...pick((call) => wanted.some((each) => received.isOf(call, each))),
    ...all,
  ];
  return new Set([...new Set(first)].slice(0, MAX_CALLS));
}

function callLine(received: Received, i: number, marked: readonly OpenCall[]): string {
  const { RECEIVED_COLOR, stringify } = received.context.utils;
  const call = received.calls[i] as OpenCall;
  const width = String(received.calls.length).length;
  const lead = `${marked.includes(call) ? '→' : ' '} ${String(i + 1).padStart(width)}.`;
  const input = cut(oneLine(stringify(shown(call.input, call.model?.input, LIMITS))), MAX_INPUT);
  return `${lead} ${RECEIVED_COLOR(`${call.names.alias} ${input}`)}${ending(call)}`;
}

function ending(call: OpenCall): string {
  if ('output' in call) return '';
  if (!('error' in call)) return ' (not answered yet)';
  const name = (call.error as { name?: string } | undefined)?.name ?? 'an error';
  return ` (refused: ${name})`;
}

/** The runners' printers give every member a line of its own. */
export function oneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/,( [\]}])/g, '$1')
    .replace(/^Object |(?<=[:[{,] )Object |(?<=[:[{,] )Array /g, '');
}

export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function summary(calls: readonly OpenCall[]): string {
  return `${count(calls.length, 'more call')}: ${operations(calls)}`;
}

/** `CreateVpc ×2, CreateSubnet ×1`, those that were called most. */
function operations(calls: readonly OpenCall[]): string {
  const times = new Map<string, number>();
  for (const { names } of calls) times.set(names.alias, (times.get(names.alias) ?? 0) + 1);
  const most = [...times].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const rest = times.size > most.length ? ', …' : '';
  return `${most.map(([name, n]) => `${name} ×${String(n)}`).join(', ')}${rest}`;
}
