import { perform } from './action.js';
import { getAttribute } from './attribute.js';
import { BaseResource, type Data, type Identifiers, type MakeResource } from './base.js';
import { BATCH, batchOf } from './batch.js';
import { newCollection } from './collection.js';
import type { Context, SendOptions } from './context.js';
import { customise } from './customisations/index.js';
import { loadNow } from './load.js';
import { codeName, type KindModel } from './model.js';
import { follow, subResource } from './relation.js';
import { waitUntil } from './waiter.js';

type ResourceClass = new (
  make: MakeResource,
  context: Context,
  kind: KindModel,
  identifiers: Identifiers,
  data?: Data,
) => BaseResource;

const classes = new WeakMap<KindModel, ResourceClass>();

/** A resource of a kind of the context's service. */
export function newResource(
  context: Context,
  kind: KindModel,
  identifiers: Identifiers,
  data?: Data,
): BaseResource {
  let found = classes.get(kind);
  if (found === undefined) {
    found = buildClass(context, kind);
    classes.set(kind, found);
  }
  return new found(newResource, context, kind, identifiers, data);
}

/** A kind's class, built once for all its resources. */
function buildClass({ service }: Context, kind: KindModel): ResourceClass {
  const built = class extends BaseResource {};
  Object.defineProperty(built, 'name', { value: `${service.name}.${kind.name}` });
  const { prototype } = built;
  defineMethods(prototype, {
    ...(kind.shape === undefined ? {} : { get: getAttribute }),
    ...(kind.load === undefined ? {} : { load: loadNow, reload: loadNow }),
    ...methodsOf(kind),
    getAvailableSubresources: () => subresourcesOf(kind),
    ...customise(service.name, kind),
  });
  Object.defineProperty(prototype, BATCH, { value: batchOf });
  for (const { property, member } of kind.identifiers) {
    if (member !== undefined && codeName(member) !== property) {
      defineGetter(prototype, codeName(member), function () {
        return this.meta.identifiers[property];
      });
    }
  }
  for (const collection of kind.collections) {
    defineGetter(prototype, codeName(collection.name), function () {
      return newCollection(this, collection);
    });
  }
  return built;
}

/** The names of what a resource makes without a call, in their order (boto3's `get_available_subresources`). */
function subresourcesOf({ relations }: KindModel): string[] {
  return relations
    .filter(({ needsData }) => !needsData)
    .map(({ name }) => name)
    .sort();
}

type Method = (this: BaseResource, ...args: never[]) => unknown;

function methodsOf(kind: KindModel): Record<string, Method> {
  const methods: Record<string, Method> = {};
  for (const action of kind.actions) {
    methods[codeName(action.name)] = function (input?: unknown, options?: SendOptions) {
      return perform(this, action, input, options);
    };
  }
  for (const relation of kind.relations) {
    // As in boto3: a capital letter makes a resource without a call, a small one may have to look.
    if (relation.needsData) {
      methods[codeName(relation.name)] = function () {
        return follow(this, relation);
      };
    } else {
      methods[relation.name] = function (...given: unknown[]) {
        return subResource(this, relation, given);
      };
    }
  }
  for (const waiter of kind.waiters) {
    methods[`waitUntil${waiter.name}`] = function (input?: unknown, options?: object) {
      return waitUntil(this, waiter, input, options);
    };
  }
  const { get } = methods;
  // S3's objects have an action of that name: a name asks for an attribute, anything else is its input.
  if (get !== undefined) {
    methods['get'] = function (...args: unknown[]) {
      return typeof args[0] === 'string'
        ? getAttribute.call(this, args[0])
        : Reflect.apply(get, this, args);
    };
  }
  return methods;
}

function defineMethods(prototype: object, methods: Readonly<Record<string, Method>>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(value, 'name', { value: name });
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  }
}

function defineGetter(prototype: object, name: string, get: (this: BaseResource) => unknown): void {
  Object.defineProperty(prototype, name, { get, configurable: true });
}
