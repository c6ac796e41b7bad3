import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as ec2 from '@aws-sdk/client-ec2';
import * as s3 from '@aws-sdk/client-s3';
import * as documents from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';

const documentClient = documents.DynamoDBDocumentClient.from(new dynamodb.DynamoDBClient({}));

const packages = [
  { name: 'client-ec2', exported: ec2, client: new ec2.EC2Client({}) },
  { name: 'client-s3', exported: s3, client: new s3.S3Client({}) },
  { name: 'client-dynamodb', exported: dynamodb, client: new dynamodb.DynamoDBClient({}) },
  { name: 'lib-dynamodb', exported: documents, client: documentClient },
];

type Paginate = (config: object, input: object) => AsyncIterable<object>;
type Wait = (config: object, input: object) => Promise<{ state: string }>;

function functionsOf<T>(exported: object, prefix: string): [string, T][] {
  // An operation's name follows: lib-dynamodb's `paginatedBatchGet` pages with no token.
  const pattern = new RegExp(`^${prefix}[A-Z]`);
  return Object.entries(exported).filter(([name]) => pattern.test(name)) as [string, T][];
}

describe.each(packages)('of $name', ({ exported, client }) => {
  const paginators = functionsOf<Paginate>(exported, 'paginate');
  const waiters = functionsOf<Wait>(exported, 'waitUntil');

  test(`each of the ${paginators.length} paginators gives the pages of its stub`, async () => {
    // What the operations require of their inputs is not what this is about.
    configure({ validate: false });
    expect(paginators.length).toBeGreaterThan(0);
    for (const [name, paginate] of paginators) {
      const operation = name.slice('paginate'.length);
      stub(client).on(operation).resolvesPages([{}, {}]);
      const pages: object[] = [];
      for await (const page of paginate({ client }, {})) pages.push(page);
      expect({ name, pages: pages.length }).toEqual({ name, pages: 2 });
      expect(stub(client).calls(operation)).toHaveLength(2);
    }
  });

  test(`each of the ${waiters.length} waiters ends at once at a call that nothing answers`, async () => {
    configure({ unstubbed: 'throw', validate: false });
    for (const [name, wait] of waiters) {
      const began = stub(client).calls().length;
      const failure = await wait({ client, maxWaitTime: 600 }, {}).then(
        () => 'no failure',
        (error: unknown) => (error as Error).name,
      );
      expect({ name, failure }).toEqual({ name, failure: 'UnstubbedOperationError' });
      expect(stub(client).calls()).toHaveLength(began + 1);
    }
  });
});
