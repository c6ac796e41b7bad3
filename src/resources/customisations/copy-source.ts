import { WrongUseError } from '../../errors.js';

/** An object to copy, or one version of it. */
export interface CopySource {
  /** A bucket's name, or the ARN of an access point. */
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
}

/**
 * A source as S3 takes it: `bucket/key?versionId=id`, in URL encoding.
 *
 * Source: `_quote_source_header_from_dict` of botocore.
 */
export function copySource({ Bucket, Key, VersionId }: Partial<CopySource>): string {
  if (typeof Bucket !== 'string' || typeof Key !== 'string') {
    throw new WrongUseError(
      "CopySource is { Bucket: 'bucket', Key: 'key' }, with a VersionId for one version.",
      'what-a-resource-takes',
    );
  }
  const path = Bucket.startsWith('arn:') ? `${Bucket}/object/${Key}` : `${Bucket}/${Key}`;
  // All that Python's `quote` encodes, and `encodeURIComponent` does not.
  const encoded = encodeURIComponent(path)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return VersionId === undefined ? encoded : `${encoded}?versionId=${VersionId}`;
}
