import { stateOf, type BaseResource } from './base.js';
import { describe } from './describe.js';
import { dataFor, forget } from './load.js';
import type { WaiterModel } from './model.js';
import { buildInput, checkInput } from './params.js';

/** In seconds; the longest of botocore's own (40 attempts, 15 seconds apart). */
const MAX_WAIT_TIME = 600;

/** Waits by the SDK's own waiter; what was loaded before is outdated then. */
export async function waitUntil(
  resource: BaseResource,
  waiter: WaiterModel,
  given: unknown,
  options: object = {},
): Promise<BaseResource> {
  checkInput(given, `waitUntil${waiter.name}() of ${describe(resource)}`);
  if (waiter.needsData) await dataFor(resource, `its waiter ${waiter.name}`);
  const { context } = stateOf(resource);
  const wait =
    context.package.waitUntil(waiter.operation) ?? context.lacks(`waitUntil${waiter.operation}`);
  const input = buildInput(resource, waiter, given);
  await wait({ maxWaitTime: MAX_WAIT_TIME, ...options, client: context.client }, input);
  forget(resource);
  return resource;
}
