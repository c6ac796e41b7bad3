import { WrongUseError } from '../errors.js';
import { stateOf, type BaseResource } from './base.js';
import { performBatch } from './batch.js';
import type { Input, Output, SendOptions } from './context.js';
import { describe } from './describe.js';
import { linkedMany } from './links.js';
import { dataFor } from './load.js';
import { codeName, type CollectionModel, type KindModel } from './model.js';
import { nameMisspelt } from './misspelt.js';
import { pagesOf } from './pages.js';
import { buildInput, checkInput, copyOf, joinInputs } from './params.js';

/** What a collection was narrowed to. */
interface Narrowed {
  readonly params: Input;
  readonly limit?: number;
  readonly pageSize?: number;
}

/** Resources that AWS lists page by page; nothing is called before the first is asked for. */
export class ResourceCollection implements AsyncIterable<BaseResource> {
  readonly #owner: BaseResource;
  readonly #model: CollectionModel;
  readonly #narrowed: Narrowed;

  constructor(owner: BaseResource, model: CollectionModel, narrowed: Narrowed = { params: {} }) {
    this.#owner = owner;
    this.#model = model;
    this.#narrowed = narrowed;
  }

  static {
    nameMisspelt(this.prototype);
  }

  all(): this {
    return this.#with({});
  }

  filter(params?: Input): this {
    checkInput(params, `filter() of ${this.toString()}`);
    return this.#with({
      params: joinInputs(this.#narrowed.params, copyOf(params ?? {}), 'together'),
    });
  }

  limit(limit: number): this {
    return this.#with({ limit: checkCount(limit, `limit() of ${this.toString()}`, 0) });
  }

  pageSize(pageSize: number): this {
    return this.#with({ pageSize: checkCount(pageSize, `pageSize() of ${this.toString()}`, 1) });
  }

  async *pages(): AsyncGenerator<BaseResource[], void, undefined> {
    const { gives, operation, needsData, name } = this.#model;
    const { params, limit = Infinity, pageSize } = this.#narrowed;
    if (needsData) await dataFor(this.#owner, `its collection ${codeName(name)}`);
    const own = buildInput(this.#owner, this.#model, undefined);
    const request = joinInputs(own, params, 'together');
    let left = limit;
    for await (const response of this.#responses(operation, request, pageSize)) {
      const page = linkedMany(this.#owner, gives, { request, response });
      yield left < page.length ? page.slice(0, left) : page;
      left -= page.length;
      if (left <= 0) return;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<BaseResource, void, undefined> {
    for await (const page of this.pages()) yield* page;
  }

  async toArray(): Promise<BaseResource[]> {
    const resources: BaseResource[] = [];
    for await (const page of this.pages()) resources.push(...page);
    return resources;
  }

  toString(): string {
    return `${describe(this.#owner)}.${codeName(this.#model.name)}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  #responses(operation: string, request: Input, pageSize: number | undefined) {
    return pagesOf(stateOf(this.#owner).context, operation, request, pageSize);
  }

  #with(change: Partial<Narrowed>): this {
    const Class = this.constructor as new (...args: unknown[]) => this;
    return new Class(this.#owner, this.#model, { ...this.#narrowed, ...change });
  }
}

const classes = new WeakMap<KindModel, typeof ResourceCollection>();

/** A collection of a resource, with the batch actions of what it lists. */
export function newCollection(owner: BaseResource, model: CollectionModel): ResourceCollection {
  const { service } = stateOf(owner).context;
  const kind = service.kind(model.gives.kind);
  let found = classes.get(kind);
  if (found === undefined) {
    found = buildClass(kind);
    classes.set(kind, found);
  }
  return new found(owner, model);
}

function buildClass(kind: KindModel): typeof ResourceCollection {
  const built = class extends ResourceCollection {};
  for (const action of kind.batchActions) {
    const name = codeName(action.name);
    Object.defineProperty(built.prototype, name, {
      value: async function (this: ResourceCollection, input?: Input, options?: SendOptions) {
        checkInput(input, `${name}() of ${this.toString()}`);
        const outputs: Output[] = [];
        for await (const page of this.pages()) {
          // One that is empty says nothing of the next; boto3 stops there.
          outputs.push(...(await performBatch(page, action, input, options)));
        }
        return outputs;
      },
      configurable: true,
      writable: true,
    });
  }
  return built;
}

function checkCount(count: number, what: string, least: 0 | 1): number {
  if (Number.isInteger(count) && count >= least) return count;
  throw new WrongUseError(
    `${what} takes a whole number from ${String(least)} on, but got ${String(count)}.`,
    'what-a-resource-takes',
  );
}
