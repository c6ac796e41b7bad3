import { replaceMessage, ResourceError, StubberError, WrongUseError } from '../errors.js';
import { stateOf, type BaseResource, type Data } from './base.js';
import type { Input, SendOptions } from './context.js';
import { describe } from './describe.js';
import { buildInput, checkInput } from './params.js';
import { printPath, valueAt } from './paths.js';

/** How a kind loads that its table has no operation for. */
export type CustomLoad = (
  resource: BaseResource,
  given: Input,
  options?: SendOptions,
) => Promise<Data>;

const customLoads = new WeakMap<object, CustomLoad>();

/** Lets a kind load in a way of its own. */
export function loadWith(kind: object, load: CustomLoad): void {
  customLoads.set(kind, load);
}

function canLoad(resource: BaseResource): boolean {
  const { kind } = stateOf(resource);
  return kind.load !== undefined || customLoads.has(kind);
}

/** Loads a resource's attributes, whether they are there already or not. */
export function load(
  resource: BaseResource,
  given: Input = {},
  options?: SendOptions,
): Promise<Data> {
  const state = stateOf(resource);
  const loading: Promise<Data> = fetchData(resource, given, options).then((data) => {
    // An action meanwhile makes what comes back outdated.
    if (state.loading === loading) state.data = data;
    return data;
  });
  state.loading = loading;
  const settled = (): void => {
    if (state.loading === loading) state.loading = undefined;
  };
  loading.then(settled, settled);
  return loading;
}

/** `load()` and `reload()` of a resource. */
export async function loadNow(
  this: BaseResource,
  given?: Input,
  options?: SendOptions,
): Promise<BaseResource> {
  checkInput(given, `load() of ${describe(this)}`);
  await load(this, given, options);
  return this;
}

/**
 * A resource's attributes, loaded if they are not there yet. Reads at the same time share one call.
 *
 * @param cause - what needs them: `its attribute CidrBlock`
 */
export function dataFor(resource: BaseResource, cause: string): Data | Promise<Data> {
  const state = stateOf(resource);
  if (state.data !== undefined) return state.data;
  if (!canLoad(resource)) {
    throw new WrongUseError(
      `${describe(resource)} is not loaded, and ${cause} needs that. AWS has no operation to load it by itself: ` +
        'take it from where it is listed or created.',
      'what-a-resource-takes',
    );
  }
  return (state.loading ?? load(resource)).catch((error: unknown) => {
    throw withCause(error, `It was called to load ${describe(resource)} for ${cause}.`);
  });
}

/** Makes the next read load anew. */
export function forget(resource: BaseResource): void {
  if (!canLoad(resource)) return;
  const state = stateOf(resource);
  state.data = undefined;
  state.loading = undefined;
}

async function fetchData(
  resource: BaseResource,
  given: Input,
  options?: SendOptions,
): Promise<Data> {
  const { kind, context } = stateOf(resource);
  const custom = customLoads.get(kind);
  if (custom !== undefined) return custom(resource, given, options);
  if (kind.load === undefined) {
    throw new WrongUseError(
      `AWS has no operation to load ${describe(resource)}.`,
      'what-a-resource-takes',
    );
  }
  const { operation, path } = kind.load;
  const input = buildInput(resource, kind.load, given);
  const output = await context.call(operation, input, options);
  const data = valueAt(output, path);
  if (typeof data !== 'object' || data === null) {
    throw new ResourceError(
      `${describe(resource)} is not there: ${operation} answered without ${printPath(path)}.`,
    );
  }
  return path.length === 0 ? withoutMetadata(data as Data) : (data as Data);
}

/** An answer's attributes; what the SDK says of the request is none. */
export function withoutMetadata(output: Data): Data {
  return Object.fromEntries(Object.entries(output).filter(([name]) => name !== '$metadata'));
}

/** Says in a message of this package, once, what a hidden call was for; AWS's own errors stay as they are. */
function withCause(error: unknown, note: string): unknown {
  if (!(error instanceof StubberError) || error.message.includes('It was called to load ')) {
    return error;
  }
  replaceMessage(
    error,
    error.message.replace(/\n|$/, (end) => `\n${note}${end}`),
  );
  return error;
}
