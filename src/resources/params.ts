import { WrongUseError } from '../errors.js';
import { stateOf, type BaseResource, type Data } from './base.js';
import type { Input } from './context.js';
import type { ParamModel, RequestModel, TargetStep } from './model.js';
import { valueOf } from './sources.js';

type Members = Record<string, unknown>;

/** An input as it is being filled in. */
interface Filling {
  readonly input: Members;
  /** What was made here, so that nothing of the caller's is changed. */
  readonly own: Set<unknown>;
}

/**
 * An operation's input: what the caller gave, and where that says nothing what the table fills in
 * from the resource. Members inside structures are filled in too, and in each entry of a list.
 *
 * (boto3 replaces whole members, so a structure that the caller gives loses what the table has in it.)
 */
export function buildInput(
  resource: BaseResource,
  { params }: Pick<RequestModel, 'params'>,
  given: unknown,
): Input {
  const input: Members = {};
  for (const [name, value] of Object.entries((given ?? {}) as Members)) {
    if (value !== undefined) input[name] = value;
  }
  const filling = { input, own: new Set([input]) };
  fillFrom(resource, params, stateOf(resource).data, filling, 0);
  return input;
}

/**
 * The input of a batch action: an entry for each resource.
 *
 * @throws WrongUseError where one request cannot name them all: objects of two buckets
 */
export function buildBatchInput(
  params: readonly ParamModel[],
  resources: readonly BaseResource[],
  data: readonly (Data | undefined)[],
): Input {
  const input: Members = {};
  const filling = { input, own: new Set([input]) };
  for (const [place, resource] of resources.entries()) {
    checkShared(resource, params, data[place], input);
    fillFrom(resource, params, data[place], filling, place);
  }
  return input;
}

/** What a request says once must be the same of all: the first one's would do for the others, too. */
function checkShared(
  resource: BaseResource,
  params: readonly ParamModel[],
  data: Data | undefined,
  input: Members,
): void {
  for (const { sources, target } of params) {
    const [{ name, at } = { name: '', at: undefined }, inside] = target;
    if (at !== undefined || inside !== undefined || input[name] === undefined) continue;
    const value = valueOf(sources, resource, { data });
    if (value === undefined || value === input[name]) continue;
    throw new WrongUseError(
      `A batch action makes one request, with one ${name}, but the resources have ` +
        `${JSON.stringify(input[name])} and ${JSON.stringify(value)}.`,
      'what-a-resource-takes',
    );
  }
}

function fillFrom(
  resource: BaseResource,
  params: readonly ParamModel[],
  data: Data | undefined,
  { input, own }: Filling,
  place: number,
): void {
  for (const { sources, target } of params) {
    const value = valueOf(sources, resource, { data });
    if (value !== undefined) fill(input, target, value, own, place);
  }
}

/**
 * Fills one value in, unless the caller said something else.
 *
 * @param place - the resource's place in a batch
 */
function fill(
  members: Members,
  [step, ...rest]: readonly TargetStep[],
  value: unknown,
  own: Set<unknown>,
  place: number,
): void {
  if (step === undefined) return;
  const { name, at } = step;
  if (at === undefined) {
    if (rest.length === 0) members[name] ??= value;
    else fill(mine(members, name, own), rest, value, own, place);
    return;
  }
  const given = members[name];
  if (given !== undefined && !own.has(given)) {
    // The caller's own list stays; in its entries only what every one of them must have is filled in.
    if (at === 'append' && rest.length > 0 && Array.isArray(given)) {
      members[name] = given.map((entry: unknown) => filled(entry, rest, value));
    }
    return;
  }
  const list = (given ?? []) as unknown[];
  own.add(list);
  members[name] = list;
  const index = at === 'append' ? list.length : at === 'batch' ? place : at;
  if (rest.length === 0) list[index] = value;
  else fill(mine(list as unknown as Members, String(index), own), rest, value, own, place);
}

/** A copy of an entry of the caller's, with a member filled in. */
function filled(entry: unknown, rest: readonly TargetStep[], value: unknown): unknown {
  if (!isPlain(entry)) return entry;
  const copy = { ...entry };
  fill(copy, rest, value, new Set([copy]), 0);
  return copy;
}

/** The structure under a name, as a copy that may be changed. */
function mine(members: Members, name: string, own: Set<unknown>): Members {
  const inside = members[name];
  if (own.has(inside)) return inside as Members;
  const copy: Members = { ...(inside as Members | undefined) };
  own.add(copy);
  members[name] = copy;
  return copy;
}

/** Two inputs as one: lists are put together where that is asked for, else the second wins. */
export function joinInputs(first: Input, second: Input, lists: 'together' | 'second'): Input {
  const joined: Members = { ...first };
  for (const [name, value] of Object.entries(second)) {
    if (value === undefined) continue;
    const before = joined[name];
    if (Array.isArray(before) && Array.isArray(value) && lists === 'together') {
      joined[name] = [...(before as unknown[]), ...(value as unknown[])];
    } else if (isPlain(before) && isPlain(value)) joined[name] = joinInputs(before, value, lists);
    else joined[name] = value;
  }
  return joined;
}

/** A copy that its owner's changes do not reach: of lists and structures; bytes, dates and streams stay what they are. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => copyOf(entry)) as T;
  if (!isPlain(value) || !isLiteral(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, copyOf(each)] as const);
  return Object.fromEntries(entries) as T;
}

function isLiteral(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // One from another sandbox has an `Object.prototype` of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** @throws WrongUseError when an input is no object */
export function checkInput(given: unknown, what: string): void {
  if (given === undefined || isPlain(given)) return;
  throw new WrongUseError(
    `${what} takes the operation's parameters as an object, as a command does, but got ` +
      `${given === null ? 'null' : Array.isArray(given) ? 'a list' : `a ${typeof given}`}.`,
    'what-a-resource-takes',
  );
}

function isPlain(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
