/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as Document from '@aws-sdk/lib-dynamodb';
import type * as DynamoDB from '@aws-sdk/client-dynamodb';
import type {
  Collection,
  Filled,
  LoadableResource,
  Resource,
  SendOptions,
  WaiterOptions,
} from './shared.js';
import type { BatchWriter, BatchWriterOptions } from './batch-writer.js';
import type { WithConditions } from './conditions.js';

/** DynamoDB: what `resource(client)` gives. */
export interface ServiceResource extends Resource<
  DynamoDB.DynamoDBClient | Document.DynamoDBDocumentClient
> {
  /** Calls BatchGetItem. */
  batchGetItem(
    input: Document.BatchGetCommandInput,
    options?: SendOptions,
  ): Promise<Document.BatchGetCommandOutput>;
  /** Calls BatchWriteItem. */
  batchWriteItem(
    input: Document.BatchWriteCommandInput,
    options?: SendOptions,
  ): Promise<Document.BatchWriteCommandOutput>;
  /** Calls CreateTable. */
  createTable(input: DynamoDB.CreateTableCommandInput, options?: SendOptions): Promise<Table>;
  Table(name: string | { name: string }): Table;
  /** By ListTables. */
  readonly tables: Collection<Table, DynamoDB.ListTablesCommandInput>;
}

/** `dynamodb.Table`; its attributes are loaded by DescribeTable. */
export interface Table extends LoadableResource<
  DynamoDB.DynamoDBClient | Document.DynamoDBDocumentClient,
  DynamoDB.TableDescription
> {
  readonly name: string;
  readonly tableName: string;
  /** Calls DeleteTable. */
  delete(
    input?: Filled<DynamoDB.DeleteTableCommandInput, 'TableName'>,
    options?: SendOptions,
  ): Promise<DynamoDB.DeleteTableCommandOutput>;
  /** Calls DeleteItem. */
  deleteItem(
    input: WithConditions<Filled<Document.DeleteCommandInput, 'TableName'>>,
    options?: SendOptions,
  ): Promise<Document.DeleteCommandOutput>;
  /** Calls GetItem. */
  getItem(
    input: Filled<Document.GetCommandInput, 'TableName'>,
    options?: SendOptions,
  ): Promise<Document.GetCommandOutput>;
  /** Calls PutItem. */
  putItem(
    input: WithConditions<Filled<Document.PutCommandInput, 'TableName'>>,
    options?: SendOptions,
  ): Promise<Document.PutCommandOutput>;
  /** Calls Query. */
  query(
    input?: WithConditions<Filled<Document.QueryCommandInput, 'TableName'>>,
    options?: SendOptions,
  ): Promise<Document.QueryCommandOutput>;
  /** Calls Scan. */
  scan(
    input?: WithConditions<Filled<Document.ScanCommandInput, 'TableName'>>,
    options?: SendOptions,
  ): Promise<Document.ScanCommandOutput>;
  /** Calls UpdateTable. */
  update(
    input?: Filled<DynamoDB.UpdateTableCommandInput, 'TableName'>,
    options?: SendOptions,
  ): Promise<Table>;
  /** Calls UpdateItem. */
  updateItem(
    input: WithConditions<Filled<Document.UpdateCommandInput, 'TableName'>>,
    options?: SendOptions,
  ): Promise<Document.UpdateCommandOutput>;
  waitUntilExists(
    input?: Partial<Parameters<typeof DynamoDB.waitUntilTableExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  waitUntilNotExists(
    input?: Partial<Parameters<typeof DynamoDB.waitUntilTableNotExists>[1]>,
    options?: WaiterOptions,
  ): Promise<this>;
  /** Writes many items in requests of 25; unprocessed ones are sent again. */
  batchWriter(options?: BatchWriterOptions): BatchWriter;
  /** Writes what the function gives to its batch, and sends all of it at its end. */
  batchWriter<T>(
    write: (batch: BatchWriter) => Promise<T>,
    options?: BatchWriterOptions,
  ): Promise<T>;
}
