import { WrongUseError } from '../errors.js';
import { BaseResource, stateOf, type Data } from './base.js';
import type { Input, Output, SendOptions } from './context.js';
import { describe } from './describe.js';
import { RESOURCE } from './identity.js';
import { dataFor, forget } from './load.js';
import { codeName, type RequestModel } from './model.js';
import { buildBatchInput, checkInput, joinInputs } from './params.js';

/** How many things one request takes, where that is fewer than people have at hand (AWS's documentation of each). */
const MOST: Readonly<Record<string, number>> = {
  DeleteAlarms: 100,
  DeleteMessageBatch: 10,
  DeleteObjects: 1000,
  DisableAlarmActions: 100,
  EnableAlarmActions: 100,
};

/** Performs a batch action on resources, in as few requests as the operation allows. */
export async function performBatch(
  resources: readonly BaseResource[],
  action: RequestModel,
  given?: Input,
  options?: SendOptions,
): Promise<Output[]> {
  const most = MOST[action.operation] ?? Infinity;
  const outputs: Output[] = [];
  for (let from = 0; from < resources.length; from += most) {
    outputs.push(await request(resources.slice(from, from + most), action, given, options));
  }
  return outputs;
}

async function request(
  resources: readonly BaseResource[],
  action: RequestModel,
  given?: Input,
  options?: SendOptions,
): Promise<Output> {
  const [first] = resources;
  if (first === undefined)
    throw new WrongUseError('A batch action needs a resource to act on.', 'what-a-resource-takes');
  const data = action.needsData ? await dataOf(resources, action) : [];
  const own = buildBatchInput(action.params, resources, data);
  const input = joinInputs(own, given ?? {}, 'second');
  const output = await stateOf(first).context.call(action.operation, input, options);
  for (const resource of resources) forget(resource);
  return output;
}

async function dataOf(resources: readonly BaseResource[], { name }: RequestModel): Promise<Data[]> {
  const loads = resources.map(async (each) => dataFor(each, `its batch action ${codeName(name)}`));
  return Promise.all(loads);
}

/** A resource's batch actions by the copy of this package that it is from. */
export const BATCH = Symbol.for('aws-sdk-stubber.batch');

/**
 * The batch actions over resources of one kind that are at hand in a list, each in one request.
 *
 * @throws WrongUseError when the list is empty, mixed, or of a kind without batch actions
 */
export function batchOf(given: readonly unknown[]): object {
  const resources = given.map(resourceOf);
  const [head] = resources;
  // Those of fixtures are from another copy, if this one is an ES module.
  if (isOfAnotherCopy(head)) return head[BATCH](resources);
  const list = resources.filter((each) => each instanceof BaseResource);
  const [first] = list;
  const foreign = resources.find((each) => isOfAnotherCopy(each));
  if (first !== undefined && foreign !== undefined) throw twoClients(first, foreign);
  if (first === undefined || list.length < resources.length) {
    throw new WrongUseError(
      'batch() takes a list of resources that is not empty.',
      'what-a-resource-takes',
    );
  }
  const { kind, context } = stateOf(first);
  const other = list.find((each) => stateOf(each).kind !== kind);
  if (other !== undefined) {
    throw new WrongUseError(
      `batch() takes resources of one kind, but got ${describe(first)} and ${describe(other)}.`,
      'what-a-resource-takes',
    );
  }
  const stranger = list.find((each) => stateOf(each).context.client !== context.client);
  if (stranger !== undefined) throw twoClients(first, stranger);
  if (kind.batchActions.length === 0) {
    throw new WrongUseError(
      `${context.service.name}.${kind.name} has no batch actions.`,
      'what-a-resource-takes',
    );
  }
  const actions = kind.batchActions.map((action) => {
    const name = codeName(action.name);
    const act = async (input?: Input, options?: SendOptions): Promise<Output> => {
      checkInput(input, `${name}() of a batch`);
      const outputs = await performBatch(list, action, input, options);
      return outputs.reduce((all, each) => joinInputs(all, each, 'together'));
    };
    return [name, act] as const;
  });
  return Object.fromEntries(actions);
}

function isOfAnotherCopy(
  given: object | undefined,
): given is { readonly [BATCH]: typeof batchOf; toString(): string } {
  return given !== undefined && !(given instanceof BaseResource) && BATCH in given;
}

function twoClients(one: BaseResource, other: { toString(): string }): WrongUseError {
  return new WrongUseError(
    `batch() makes one request, so it takes resources of one client, but ${describe(one)} and ` +
      `${String(other)} have two.`,
    'what-a-resource-takes',
  );
}

/** What is given, or the resource that it stands for. */
function resourceOf(given: unknown): object | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  return (given as { readonly [RESOURCE]?: object })[RESOURCE];
}
