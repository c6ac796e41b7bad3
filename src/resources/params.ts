import { WrongUseError } from '../errors.js';
import { stateOf, type BaseResource, type Data } from './base.js';
import type { Input } from './context.js';
import type { ParamModel, RequestModel, TargetStep } from './model.js';
import { valueOf } from './sources.js';

type Members = Record<string, unknown>;

/**
 * An operation's input: what the caller gave, and where that says nothing what the table fills in
 * from the resource. Members inside structures are filled in too, and in each entry of a list.
 *
 * (boto3 replaces whole members, so a structure that the caller gives loses what the table has in it.)
 */
export function buildInput(
  resource: BaseResource,
  request: Pick<RequestModel, 'params'>,
  given: unknown,
): Input {
  const input: Members = {};
  for (const [name, value] of Object.entries((given ?? {}) as Members)) {
    if (value !== undefined) input[name] = value;
  }
  const { data } = stateOf(resource);
  const own = new Set<object>([input]);
  for (const param of request.params) {
    const value = valueOf(param.sources, resource, { data });
    if (value !== undefined) fill(input, param.target, value, own);
  }
  return input;
}

/**
 * Fills one value in, unless the caller said something else.
 *
 * @param own - what was made here, so that nothing of the caller's is changed
 */
function fill(
  members: Members,
  [step, ...rest]: readonly TargetStep[],
  value: unknown,
  own: Set<object>,
): void {
  if (step === undefined) return;
  const { name, at } = step;
  if (at === undefined) {
    if (rest.length === 0) members[name] ??= value;
    else fill(mine(members, name, own), rest, value, own);
    return;
  }
  const list = members[name];
  if (list !== undefined && !(Array.isArray(list) && own.has(list))) {
    // The caller's own list stays; in its entries only what every one of them must have is filled in.
    if (at === 'append' && rest.length > 0 && Array.isArray(list)) {
      members[name] = list.map((entry: unknown) => {
        if (typeof entry !== 'object' || entry === null) return entry;
        const copy = { ...entry };
        fill(copy, rest, value, own);
        return copy;
      });
    }
    return;
  }
  put(members, step, rest, value, undefined, own);
}

/** The structure under a name, as a copy that may be changed. */
function mine(members: Members, name: string, own: Set<object>): Members {
  const inside = members[name];
  if (typeof inside === 'object' && inside !== null && own.has(inside)) return inside as Members;
  const copy: Members = { ...(inside as Members | undefined) };
  own.add(copy);
  members[name] = copy;
  return copy;
}

/** Puts one value into a list, whose entries may be structures. */
function put(
  members: Members,
  { name, at }: TargetStep,
  rest: readonly TargetStep[],
  value: unknown,
  place: number | undefined,
  own: Set<object>,
): void {
  const list = (members[name] ?? []) as unknown[];
  own.add(list);
  members[name] = list;
  const index = at === 'append' ? list.length : at === 'batch' ? (place ?? 0) : Number(at);
  if (rest.length === 0) {
    list[index] = value;
    return;
  }
  const entry = (list[index] ?? {}) as Members;
  own.add(entry);
  list[index] = entry;
  add(entry, rest, value, place, own);
}

function add(
  members: Members,
  [step, ...rest]: readonly TargetStep[],
  value: unknown,
  place: number | undefined,
  own: Set<object>,
): void {
  if (step === undefined) return;
  if (step.at !== undefined) put(members, step, rest, value, place, own);
  else if (rest.length === 0) members[step.name] = value;
  else add(mine(members, step.name, own), rest, value, place, own);
}

/** The input of a batch action: an entry for each resource. */
export function buildBatchInput(
  params: readonly ParamModel[],
  resources: readonly BaseResource[],
  data: readonly (Data | undefined)[],
): Input {
  const input: Members = {};
  const own = new Set<object>([input]);
  for (const [place, resource] of resources.entries()) {
    for (const { sources, target } of params) {
      const value = valueOf(sources, resource, { data: data[place] });
      if (value !== undefined) add(input, target, value, place, own);
    }
  }
  return input;
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

/** @throws WrongUseError when an input is no object */
export function checkInput(given: unknown, what: string): void {
  if (given === undefined || isPlain(given)) return;
  throw new WrongUseError(
    `${what} takes the operation's parameters as an object, as a command does, but got ` +
      `${given === null ? 'null' : Array.isArray(given) ? 'a list' : `a ${typeof given}`}.`,
  );
}

function isPlain(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
