import { stateOf, type BaseResource, type Identifier } from '../base.js';
import type { Output, SendOptions } from '../context.js';
import { buildInput, checkInput } from '../params.js';

interface CreateTagsInput {
  readonly Resources?: readonly Identifier[];
  readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
}

/** `ec2.createTags()`: a `Tag` for each tag of each resource (as in boto3). */
export async function createTags(
  this: BaseResource,
  input: CreateTagsInput,
  options?: SendOptions,
): Promise<BaseResource[]> {
  checkInput(input, 'ec2.createTags()');
  const { context, make } = stateOf(this);
  await context.call('CreateTags', { ...input }, options);
  const kind = context.service.kind('Tag');
  const { Resources = [], Tags = [] } = input;
  return Resources.flatMap((resourceId) =>
    Tags.map(({ Key: key = '', Value: value = '' }) =>
      make(context, kind, { resourceId, key, value }),
    ),
  );
}

/** `instance.deleteTags()`, which boto3 has of instances only. */
export function deleteTags(
  this: BaseResource,
  input?: unknown,
  options?: SendOptions,
): Promise<Output> {
  checkInput(input, 'deleteTags() of an instance');
  const { context, identifiers } = stateOf(this);
  const params = buildInput(this, { params: [] }, input);
  return context.call('DeleteTags', { Resources: [identifiers['id']], ...params }, options);
}
