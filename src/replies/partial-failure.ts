import type { Call } from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import { md5 } from '../wire/index.js';

/** What goes wrong in a batch. */
export interface PartialFailure {
  /** The entries that fail, by their place from 0 on, or a function that says so of each. */
  readonly failed?: readonly number[] | ((entry: unknown, index: number) => boolean);
  /** The code of each failed entry; `InternalFailure` unless said otherwise. */
  readonly code?: string;
  readonly message?: string;
  /** Members of the answer beside those of the entries, such as DynamoDB's `Responses`. */
  readonly output?: object;
}

interface Entry {
  readonly value: Readonly<Record<string, unknown>>;
  readonly isFailed: boolean;
  readonly index: number;
}

interface Told {
  readonly code: string;
  readonly message: string;
}

/** What a batch operation answers of its entries. */
type Batch = (
  input: Readonly<Record<string, unknown>>,
  split: (entries: readonly unknown[]) => Entry[],
  told: Told,
) => object;

/** Sources: the responses of these operations in their services' API references. */
const BATCHES: Readonly<Record<string, Batch>> = {
  'DynamoDB BatchWriteItem': ({ RequestItems }, split) => ({
    UnprocessedItems: unprocessedOf(RequestItems, split),
  }),
  'DynamoDB BatchGetItem': ({ RequestItems }, split) => {
    const tables = Object.entries(RequestItems as Record<string, { Keys: unknown[] }>);
    const all = split(tables.flatMap(([, { Keys }]) => Keys));
    const unprocessed = tables.flatMap(([table, request]) => {
      const own = all.splice(0, request.Keys.length).filter(({ isFailed }) => isFailed);
      const Keys = own.map(({ value }) => value);
      return Keys.length === 0 ? [] : [[table, { ...request, Keys }] as const];
    });
    return { Responses: {}, UnprocessedKeys: Object.fromEntries(unprocessed) };
  },
  'SQS SendMessageBatch': ({ Entries }, split, told) =>
    byId(split(Entries as unknown[]), told, ({ index, value }) => ({
      MessageId: messageId(index),
      MD5OfMessageBody: md5(value['MessageBody']),
    })),
  'SQS DeleteMessageBatch': ({ Entries }, split, told) => byId(split(Entries as unknown[]), told),
  'SQS ChangeMessageVisibilityBatch': ({ Entries }, split, told) =>
    byId(split(Entries as unknown[]), told),
  'SNS PublishBatch': ({ PublishBatchRequestEntries }, split, told) =>
    byId(split(PublishBatchRequestEntries as unknown[]), told, ({ index }) => ({
      MessageId: messageId(index),
    })),
  'EventBridge PutEvents': ({ Entries }, split, told) =>
    byPlace(split(Entries as unknown[]), told, 'FailedEntryCount', 'Entries', (index) => ({
      EventId: messageId(index),
    })),
  'Kinesis PutRecords': ({ Records }, split, told) =>
    byPlace(split(Records as unknown[]), told, 'FailedRecordCount', 'Records', (index) => ({
      SequenceNumber: String(index),
      ShardId: 'shardId-000000000000',
    })),
  'Firehose PutRecordBatch': ({ Records }, split, told) =>
    byPlace(split(Records as unknown[]), told, 'FailedPutCount', 'RequestResponses', (index) => ({
      RecordId: messageId(index),
    })),
  'S3 DeleteObjects': ({ Delete }, split, told) => {
    const entries = split((Delete as { Objects: unknown[] }).Objects);
    return {
      Deleted: entries.filter(({ isFailed }) => !isFailed).map(({ value }) => objectOf(value)),
      Errors: entries
        .filter(({ isFailed }) => isFailed)
        .map(({ value }) => ({ ...objectOf(value), Code: told.code, Message: told.message })),
    };
  },
};

/** The answer to a batch in which some entries failed. */
export function failedPart(call: Call, input: object, failure: PartialFailure): object {
  const { failed = [0], code = 'InternalFailure', message = 'Internal failure' } = failure;
  const batch = BATCHES[`${call.service} ${call.operation}`];
  if (batch === undefined) {
    throw new WrongUseError(
      `partialFailure() does not know ${call.service} ${call.operation}: it is for ${Object.keys(BATCHES).join(', ')}. Write resolves({ … }) with what the service answers.`,
      'what-a-stub-takes',
    );
  }
  const isFailed =
    typeof failed === 'function' ? failed : (_: unknown, i: number) => failed.includes(i);
  const split = (entries: readonly unknown[]): Entry[] =>
    entries.map((value, index) => ({
      value: value as Entry['value'],
      index,
      isFailed: isFailed(value, index),
    }));
  const answer = batch(input as Readonly<Record<string, unknown>>, split, { code, message });
  return { ...answer, ...failure.output };
}

/** Requests of several tables are numbered through, in the order they were given. */
function unprocessedOf(tables: unknown, split: (entries: readonly unknown[]) => Entry[]): object {
  const each = Object.entries(tables as Record<string, unknown[]>);
  const all = split(each.flatMap(([, requests]) => requests));
  const unprocessed = each.flatMap(([table, requests]) => {
    const own = all.splice(0, requests.length).filter(({ isFailed }) => isFailed);
    return own.length === 0 ? [] : [[table, own.map(({ value }) => value)] as const];
  });
  return Object.fromEntries(unprocessed);
}

function byId(
  entries: readonly Entry[],
  { code, message }: Told,
  success: (entry: Entry) => object = () => ({}),
): object {
  return {
    Successful: entries
      .filter(({ isFailed }) => !isFailed)
      .map((entry) => ({ Id: entry.value['Id'], ...success(entry) })),
    Failed: entries
      .filter(({ isFailed }) => isFailed)
      .map(({ value }) => ({ Id: value['Id'], Code: code, Message: message, SenderFault: false })),
  };
}

function byPlace(
  entries: readonly Entry[],
  { code, message }: Told,
  count: string,
  list: string,
  success: (index: number) => object,
): object {
  return {
    [count]: entries.filter(({ isFailed }) => isFailed).length,
    [list]: entries.map(({ isFailed, index }) =>
      isFailed ? { ErrorCode: code, ErrorMessage: message } : success(index),
    ),
  };
}

/** Which object of S3 an entry is, without the conditions that it may have beside. */
function objectOf({ Key, VersionId }: Entry['value']): object {
  return VersionId === undefined ? { Key } : { Key, VersionId };
}

function messageId(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}
