import { stateOf, type BaseResource, type Data } from '../base.js';
import type { Input, SendOptions } from '../context.js';
import { withoutMetadata } from '../load.js';

/**
 * A bucket's attributes stand in the list of the account's buckets only. It has none where that does not have it,
 * or may not be seen: the bucket of another account can be worked with all the same (as in boto3).
 */
export async function loadBucket(
  bucket: BaseResource,
  given: Input,
  options?: SendOptions,
): Promise<Data> {
  const { context, identifiers } = stateOf(bucket);
  try {
    const { Buckets } = await context.call('ListBuckets', given, options);
    const listed = (Buckets ?? []) as readonly Data[];
    return listed.find(({ Name }) => Name === identifiers['name']) ?? {};
  } catch (error) {
    if ((error as Error | undefined)?.name === 'AccessDenied') return {};
    throw error;
  }
}

/** A summary loads what HeadObject says, under the names that the list has (as in boto3). */
export async function loadObjectSummary(
  summary: BaseResource,
  given: Input,
  options?: SendOptions,
): Promise<Data> {
  const { context, identifiers } = stateOf(summary);
  const input = { Bucket: identifiers['bucketName'], Key: identifiers['key'], ...given };
  const { ContentLength, ...head } = await context.call('HeadObject', input, options);
  const data = withoutMetadata(head);
  return ContentLength === undefined ? data : { ...data, Size: ContentLength };
}
