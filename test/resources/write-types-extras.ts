/** What src/resources/customisations adds to kinds, in types. */
export const EXTRAS = {
  /** Kinds that load without an operation of their own. */
  loads: new Set(['s3.Bucket', 's3.ObjectSummary']),

  client: (service: string): string | undefined =>
    service === 'dynamodb'
      ? 'DynamoDB.DynamoDBClient | Document.DynamoDBDocumentClient'
      : undefined,

  imports: (service: string): string[] => {
    if (service === 's3') {
      return [`import type { BucketTransfers, ObjectTransfers } from './transfers.js';`];
    }
    return service === 'dynamodb'
      ? [`import type { BatchWriter, BatchWriterOptions } from './batch-writer.js';`]
      : [];
  },

  bases: (service: string, kind: string): string[] =>
    (
      ({
        's3.Bucket': ['BucketTransfers<S3.PutObjectCommandInput, S3.GetObjectCommandInput>'],
        's3.Object': ['ObjectTransfers<S3.PutObjectCommandInput, S3.GetObjectCommandInput>'],
      }) as Record<string, string[]>
    )[`${service}.${kind}`] ?? [],

  members: (service: string, kind: string): string[] =>
    (
      ({
        'dynamodb.Table': [
          '/** Writes many items in requests of 25; unprocessed ones are sent again. */',
          'batchWriter(options?: BatchWriterOptions): BatchWriter;',
        ],
        'ec2.ServiceResource': [
          '/** Calls CreateTags; gives a tag for each tag of each resource. */',
          '  createTags(input: EC2.CreateTagsCommandInput, options?: SendOptions): Promise<Tag[]>;',
        ],
        'ec2.Instance': [
          '/** Calls DeleteTags. */',
          `deleteTags(input?: Filled<EC2.DeleteTagsCommandInput, 'Resources'>, options?: SendOptions): Promise<EC2.DeleteTagsCommandOutput>;`,
        ],
      }) as Record<string, string[]>
    )[`${service}.${kind}`] ?? [],
};
