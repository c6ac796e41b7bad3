import { ResourceError } from '../../errors.js';
import { stateOf, type BaseResource, type Data } from '../base.js';
import type { SendOptions } from '../context.js';
import { describe } from '../describe.js';
import { withoutMetadata } from '../load.js';

/** A bucket's attributes stand in the list of the account's buckets only (as in boto3). */
export async function loadBucket(bucket: BaseResource, options?: SendOptions): Promise<Data> {
  const { context, identifiers } = stateOf(bucket);
  const { Buckets } = await context.call('ListBuckets', {}, options);
  const listed = (Buckets ?? []) as readonly Data[];
  const found = listed.find(({ Name }) => Name === identifiers['name']);
  if (found !== undefined) return found;
  throw new ResourceError(
    `${describe(bucket)} is not among the buckets that ListBuckets answered with: ` +
      'it does not exist, or belongs to another account.',
  );
}

/** A summary loads what HeadObject says, under the names that the list has (as in boto3). */
export async function loadObjectSummary(
  summary: BaseResource,
  options?: SendOptions,
): Promise<Data> {
  const { context, identifiers } = stateOf(summary);
  const input = { Bucket: identifiers['bucketName'], Key: identifiers['key'] };
  const { ContentLength, ...head } = await context.call('HeadObject', input, options);
  const data = withoutMetadata(head);
  return ContentLength === undefined ? data : { ...data, Size: ContentLength };
}
