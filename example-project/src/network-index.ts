import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  paginateQuery,
  PutCommand,
} from '@aws-sdk/lib-dynamodb';

import { present } from './present.js';

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** A table with the key `name`, and the index `byOwner` of `owner` and `name`. */
export interface NetworkIndex {
  table: string;
  owner: string;
}

/** An item of the table. */
export interface IndexEntry {
  name: string;
  owner: string;
  manifest: string;
}

/** Takes a name for as long as the network stands; of two who try at once, one gets it. */
export async function lockName(table: string, entry: IndexEntry): Promise<void> {
  try {
    await dynamodb.send(
      new PutCommand({
        TableName: table,
        Item: entry,
        ConditionExpression: 'attribute_not_exists(#name)',
        ExpressionAttributeNames: { '#name': 'name' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const owner = present(error.Item?.['owner']?.S, 'owner');
    throw new Error(`the name '${entry.name}' is taken by ${owner}: choose another name`, {
      cause: error,
    });
  }
}

/** Is no error where nobody has the name. */
export async function releaseName(table: string, name: string): Promise<void> {
  await dynamodb.send(new DeleteCommand({ TableName: table, Key: { name } }));
}

/** The names of an owner's networks, in their order. */
export async function networksOf({ table, owner }: NetworkIndex, pageSize = 100) {
  const names: string[] = [];
  const pages = paginateQuery(
    { client: dynamodb, pageSize },
    {
      TableName: table,
      IndexName: 'byOwner',
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': owner },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { name } of Items as IndexEntry[]) names.push(name);
  }
  return names;
}
