import { ResourceError } from '../errors.js';
import { stateOf, type BaseResource } from './base.js';
import type { SendOptions } from './context.js';
import { describe } from './describe.js';
import { linkedMany, linkedOne } from './links.js';
import { dataFor, forget } from './load.js';
import { codeName, type ActionModel, type LinkModel } from './model.js';
import { buildInput, checkInput } from './params.js';

/**
 * Performs an action: calls its operation with the resource's identifiers filled in.
 *
 * @returns the answer, or the resources that the action is there to give
 */
export async function perform(
  resource: BaseResource,
  action: ActionModel,
  given: unknown,
  options?: SendOptions,
): Promise<unknown> {
  const name = codeName(action.name);
  checkInput(given, `${name}() of ${describe(resource)}`);
  if (action.needsData) await dataFor(resource, `its action ${name}`);
  const { context } = stateOf(resource);
  const request = buildInput(resource, action, given);
  const response = await context.call(action.operation, request, options);
  forget(resource);
  const { gives } = action;
  if (gives === undefined) return response;
  const origins = { request, response };
  if (gives.items !== undefined) return linkedMany(resource, gives, origins);
  return linkedOne(resource, gives, origins) ?? lacksIdentifiers(resource, action, gives);
}

function lacksIdentifiers(resource: BaseResource, action: ActionModel, gives: LinkModel): never {
  const { service } = stateOf(resource).context;
  const names = gives.identifiers.map(({ name }) => codeName(name)).join(', ');
  throw new ResourceError(
    `${codeName(action.name)}() of ${describe(resource)} gives a ${service.name}.${gives.kind}, but ` +
      `neither the input nor the answer of ${action.operation} has what identifies it (${names}).`,
  );
}
