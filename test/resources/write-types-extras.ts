/** What src/resources/customisations adds to kinds, in types. */
export const EXTRAS = {
  /** Kinds that load without an operation of their own. */
  loads: new Set(['s3.Bucket', 's3.ObjectSummary']),

  client: (service: string): string | undefined =>
    service === 'dynamodb'
      ? 'DynamoDB.DynamoDBClient | Document.DynamoDBDocumentClient'
      : undefined,

  /** Inputs that resources take otherwise than clients, by a member. */
  inputs: [
    ['WithConditions', /^(Condition|Filter|KeyCondition)Expression$/],
    ['WithCopySource', /^CopySource$/],
  ] as const,

  /** The members of answers that hold a policy. */
  documents: /^(AssumeRolePolicyDocument|Document|PolicyDocument)$/,

  imports: (service: string): string[] =>
    ({
      dynamodb: [
        `import type { BatchWriter, BatchWriterOptions } from './batch-writer.js';`,
        `import type { WithConditions } from './conditions.js';`,
      ],
      iam: [`import type { WithDocuments } from './documents.js';`],
      s3: [
        `import type { BucketTransfers, ObjectTransfers, WithCopySource } from './transfers.js';`,
      ],
    })[service] ?? [],

  bases: (service: string, kind: string): string[] =>
    (
      ({
        's3.Bucket': [
          'BucketTransfers<S3.PutObjectCommandInput, S3.GetObjectCommandInput, S3.CopyObjectCommandInput>',
        ],
        's3.Object': [
          'ObjectTransfers<S3.PutObjectCommandInput, S3.GetObjectCommandInput, S3.CopyObjectCommandInput>',
        ],
      }) as Record<string, string[]>
    )[`${service}.${kind}`] ?? [],

  members: (service: string, kind: string): string[] =>
    (
      ({
        'dynamodb.Table': [
          '/** Writes many items in requests of 25; unprocessed ones are sent again. */',
          'batchWriter(options?: BatchWriterOptions): BatchWriter;',
          '/** Writes what the function gives to its batch, and sends all of it at its end. */',
          'batchWriter<T>(write: (batch: BatchWriter) => Promise<T>, options?: BatchWriterOptions): Promise<T>;',
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
