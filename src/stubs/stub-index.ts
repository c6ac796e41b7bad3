import type { Form, OpenCall } from '../calls/index.js';
import { isPlainObject } from '../calls/index.js';
import { inputIn } from './forms.js';
import { insideExactly } from './params.js';
import { ANY_OPERATION, type Stub } from './stub.js';

type Direction = 'earliest' | 'latest';
type Path = readonly string[];

/** How deep and how many parameters are looked at for one to tell stubs apart by. */
const MAX_PATH = 4;
const MAX_LEAVES = 16;
/** How many stubs of an operation are looked through, one after another, before they are told apart so. */
const FEW = 4;

/**
 * Stubs by operation, and by one literal parameter each, so that a call meets the few stubs that
 * may fit it and not every stub there is.
 */
export class StubIndex {
  /** Stubs of one form are looked up with the call's input in that form. */
  readonly #operations: Readonly<Record<FormName, Map<string, OperationStubs>>> = {
    own: new Map(),
    values: new Map(),
    plain: new Map(),
  };

  add(stub: Stub): void {
    const operations = this.#operations[formOf(stub)];
    let stubs = operations.get(stub.operation);
    if (stubs === undefined) operations.set(stub.operation, (stubs = new OperationStubs()));
    stubs.add(stub);
  }

  remove(stub: Stub): void {
    this.#besides(stub)?.remove(stub);
  }

  /** The latest (or earliest) stub that fits the call and has a reply left. */
  find(call: OpenCall, direction: Direction): Stub | undefined {
    const { operation, alias, form } = call.names;
    const { own, values, plain } = this.#operations;
    let found = own.get(operation)?.find(call, direction);
    // lib-dynamodb's `Get` may be stubbed under both names.
    if (alias !== operation) found = first(found, own.get(alias), call, direction);
    if (form !== undefined) {
      found = first(found, values.get(operation), call, direction);
      found = first(found, plain.get(operation), call, direction);
    }
    return first(found, own.get(ANY_OPERATION), call, direction);
  }

  /** The stub for the same operation and parameters that was written last. */
  same(stub: Stub): Stub | undefined {
    let latest: Stub | undefined;
    for (const same of this.allSame(stub)) {
      if (latest === undefined || same.order > latest.order) latest = same;
    }
    return latest;
  }

  /** All stubs for the same operation and parameters, itself too. */
  allSame(stub: Stub): Stub[] {
    return this.#besides(stub)?.allSame(stub) ?? [];
  }

  /** Those for its operation, in its form. */
  #besides(stub: Stub): OperationStubs | undefined {
    return this.#operations[formOf(stub)].get(stub.operation);
  }
}

/** `own` is the form that each call has. */
type FormName = 'own' | 'values' | 'plain';

function formOf({ form }: Stub): FormName {
  if (form === undefined) return 'own';
  return form === 'values' ? 'values' : 'plain';
}

/** Of a stub that was found and of what others there are, the one that answers. */
function first(
  found: Stub | undefined,
  others: OperationStubs | undefined,
  call: OpenCall,
  direction: Direction,
): Stub | undefined {
  const other = others?.find(call, direction);
  if (found === undefined || other === undefined) return found ?? other;
  return found.order > other.order === (direction === 'latest') ? found : other;
}

class OperationStubs {
  #form: Form | undefined;
  #unindexed = new Bucket();
  #byPath: Map<string, { readonly path: Path; readonly values: Map<unknown, Bucket> }> | undefined;

  add(stub: Stub): void {
    this.#form = stub.form;
    if (this.#byPath === undefined && this.#unindexed.size >= FEW) this.#index();
    this.#bucketFor(stub).add(stub);
  }

  #index(): void {
    const all = this.#unindexed.stubs;
    this.#unindexed = new Bucket();
    this.#byPath = new Map();
    for (const stub of all) this.#bucketFor(stub).add(stub);
  }

  remove(stub: Stub): void {
    this.#bucketsOf(stub).some((bucket) => bucket.remove(stub));
  }

  allSame(stub: Stub): Stub[] {
    return this.#bucketsOf(stub).flatMap((bucket) => bucket.allSame(stub));
  }

  find(call: OpenCall, direction: Direction): Stub | undefined {
    let found = this.#unindexed.find(call, direction, undefined);
    if (this.#byPath === undefined) return found;
    const input = inputIn(this.#form, call);
    for (const { path, values } of this.#byPath.values()) {
      const bucket = values.get(valueAt(input, path));
      if (bucket !== undefined) found = bucket.find(call, direction, found) ?? found;
    }
    return found;
  }

  /** The buckets that a stub with these parameters may be in. */
  #bucketsOf({ params }: Stub): Bucket[] {
    const byPath = this.#byPath;
    if (byPath === undefined) return [this.#unindexed];
    const literals = literalsOf(insideExactly(params));
    if (literals.length === 0) return [this.#unindexed];
    return literals.flatMap(({ path, value }) => byPath.get(keyOf(path))?.values.get(value) ?? []);
  }

  /** Of the literal parameters of a stub, the one that tells it apart best so far. */
  #bucketFor(stub: Stub): Bucket {
    const byPath = this.#byPath;
    if (byPath === undefined) return this.#unindexed;
    let best: { path: Path; value: unknown; size: number } | undefined;
    for (const { path, value } of literalsOf(insideExactly(stub.params))) {
      const size = byPath.get(keyOf(path))?.values.get(value)?.size ?? 0;
      if (best === undefined || size < best.size) best = { path, value, size };
    }
    if (best === undefined) return this.#unindexed;
    const key = keyOf(best.path);
    let group = byPath.get(key);
    if (group === undefined) byPath.set(key, (group = { path: best.path, values: new Map() }));
    let bucket = group.values.get(best.value);
    if (bucket === undefined) group.values.set(best.value, (bucket = new Bucket()));
    return bucket;
  }
}

/**
 * Stubs in the order they were written; expectations that were met are dropped in passing, where they
 * stand at its beginning. (A stub may be given more replies after it was used up.)
 */
class Bucket {
  #stubs: Stub[] = [];
  #first = 0;

  get size(): number {
    return this.#stubs.length - this.#first;
  }

  get stubs(): readonly Stub[] {
    return this.#stubs.slice(this.#first);
  }

  add(stub: Stub): void {
    this.#stubs.push(stub);
  }

  /** @returns false where it is not in here */
  remove(stub: Stub): boolean {
    const at = this.#stubs.lastIndexOf(stub);
    if (at >= 0) this.#stubs.splice(at, 1);
    return at >= 0;
  }

  allSame(stub: Stub): Stub[] {
    return this.#stubs.filter((each) => each.isSameAs(stub));
  }

  /** The first stub that fits, unless `rival` comes before it. */
  find(call: OpenCall, direction: Direction, rival: Stub | undefined): Stub | undefined {
    this.#dropMet();
    const latest = direction === 'latest';
    const step = latest ? -1 : 1;
    const end = latest ? this.#first - 1 : this.#stubs.length;
    for (let i = latest ? this.#stubs.length - 1 : this.#first; i !== end; i += step) {
      const stub = this.#stubs[i];
      if (stub === undefined) continue;
      if (rival !== undefined && stub.order > rival.order !== latest) return undefined;
      if (!stub.isUsedUp && stub.isFor(call)) return stub;
    }
    return undefined;
  }

  #dropMet(): void {
    for (let first = this.#stubs[this.#first]; first?.isMet === true;) {
      this.#first += 1;
      first = this.#stubs[this.#first];
    }
    if (this.#first > 64 && this.#first * 2 > this.#stubs.length) {
      this.#stubs = this.#stubs.slice(this.#first);
      this.#first = 0;
    }
  }
}

/** The parameters that are texts, numbers or booleans, with the way to them. */
function literalsOf(params: unknown): { path: Path; value: unknown }[] {
  const found: { path: Path; value: unknown }[] = [];
  collect(params, [], found);
  return found;
}

function collect(value: unknown, path: Path, found: { path: Path; value: unknown }[]): void {
  if (found.length >= MAX_LEAVES || path.length > MAX_PATH) return;
  if (isLiteral(value)) {
    if (path.length > 0) found.push({ path, value });
  } else if (Array.isArray(value)) {
    value.forEach((each, i) => {
      collect(each, [...path, String(i)], found);
    });
  } else if (isPlainObject(value)) {
    for (const [key, member] of Object.entries(value)) collect(member, [...path, key], found);
  }
}

function isLiteral(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function keyOf(path: Path): string {
  return path.join('\0');
}
