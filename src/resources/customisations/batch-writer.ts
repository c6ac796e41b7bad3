import { ResourceError, WrongUseError } from '../../errors.js';
import { stateOf, type BaseResource } from '../base.js';
import { describe } from '../describe.js';
import { forget } from '../load.js';

type Item = Readonly<Record<string, unknown>>;
interface WriteRequest {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
}

export interface BatchWriterOptions {
  /** The names of the key's attributes: a later write of the same key takes the earlier one's place. */
  readonly overwriteByKeys?: readonly string[];
}

/** BatchWriteItem takes no more (AWS's documentation of the operation). */
const MAX_WRITES = 25;
/** Requests in a row of which DynamoDB processed nothing. */
const MAX_FRUITLESS = 10;

/** The setup entry of this package puts a function there: it asks at the end of the test that runs now. */
const AT_END = Symbol.for('aws-sdk-stubber.at-end');

/** Writes many items in requests of 25, as boto3's `table.batch_writer()`; unprocessed ones again. */
export class BatchWriter {
  readonly #table: BaseResource;
  readonly #keys: readonly string[];
  #waiting: WriteRequest[] = [];
  #isWatched = false;
  #isFlushed = false;

  constructor(table: BaseResource, { overwriteByKeys = [] }: BatchWriterOptions) {
    this.#table = table;
    this.#keys = overwriteByKeys;
  }

  /** Puts an item; a request is sent once 25 wait. */
  async putItem(item: Item): Promise<void> {
    await this.#add({ PutRequest: { Item: itemOf(item, 'Item', 'putItem') } });
  }

  /** Deletes an item by its key; a request is sent once 25 wait. */
  async deleteItem(key: Item): Promise<void> {
    await this.#add({ DeleteRequest: { Key: itemOf(key, 'Key', 'deleteItem') } });
  }

  /** Sends all that still waits. */
  async flush(): Promise<void> {
    // Where it fails, that says so.
    this.#isFlushed = true;
    let fruitless = 0;
    while (this.#waiting.length > 0) {
      fruitless = (await this.#send()) > 0 ? 0 : fruitless + 1;
      if (fruitless === MAX_FRUITLESS) {
        throw new ResourceError(
          `DynamoDB processed none of ${this.#waiting.length} writes to ${describe(this.#table)} ` +
            `in ${MAX_FRUITLESS} requests; they are still waiting: call flush() again later.`,
        );
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.flush();
  }

  async #add(request: WriteRequest): Promise<void> {
    if (this.#keys.length > 0) {
      const key = this.#keyOf(request);
      this.#waiting = this.#waiting.filter((each) => this.#keyOf(each) !== key);
    }
    this.#waiting.push(request);
    this.#isFlushed = false;
    this.#watch();
    if (this.#waiting.length >= MAX_WRITES) await this.#send();
  }

  /** Lets a test fail at its end that leaves writes behind. */
  #watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    const atEnd = (globalThis as { [AT_END]?: (check: () => Error | undefined) => void })[AT_END];
    atEnd?.(() => {
      const left = this.#waiting.length;
      if (left === 0 || this.#isFlushed) return undefined;
      return new WrongUseError(
        `A batch writer of ${describe(this.#table)} was left with ${String(left)} ${left === 1 ? 'write' : 'writes'} that ` +
          'nothing sent: end it with `await batch.flush()`, or write ' +
          '`await table.batchWriter(async (batch) => { … })`, which does so.',
        'what-a-resource-takes',
      );
    });
  }

  /** @returns how many were processed */
  async #send(): Promise<number> {
    const { context, identifiers } = stateOf(this.#table);
    const name = String(identifiers['name']);
    const sent = this.#waiting.slice(0, MAX_WRITES);
    this.#waiting = this.#waiting.slice(MAX_WRITES);
    let again: readonly WriteRequest[] = sent;
    try {
      const { UnprocessedItems } = await context.call('BatchWriteItem', {
        RequestItems: { [name]: sent },
      });
      const unprocessed = (UnprocessedItems ?? {}) as Record<string, readonly WriteRequest[]>;
      again = unprocessed[name] ?? [];
      forget(this.#table);
    } finally {
      // What failed waits for another flush: nothing that was given is lost.
      this.#waiting.push(...again);
    }
    return sent.length - again.length;
  }

  #keyOf({ PutRequest, DeleteRequest }: WriteRequest): string {
    const item = PutRequest?.Item ?? DeleteRequest?.Key ?? {};
    return JSON.stringify(this.#keys.map((key) => item[key]));
  }
}

type WriteAll = (batch: BatchWriter) => unknown;

/** `table.batchWriter()`, or with what writes: it is flushed then, also where that throws (as boto3's `with`). */
export function batchWriter(
  this: BaseResource,
  first?: BatchWriterOptions | WriteAll,
  second?: BatchWriterOptions,
): BatchWriter | Promise<unknown> {
  if (typeof first !== 'function') return new BatchWriter(this, checkOptions(first, this));
  return writeAll(new BatchWriter(this, checkOptions(second, this)), first);
}

async function writeAll(batch: BatchWriter, write: WriteAll): Promise<unknown> {
  let result: unknown;
  try {
    result = await write(batch);
  } catch (error) {
    // The first error says more than that of a flush after it.
    await batch.flush().catch(() => undefined);
    throw error;
  }
  await batch.flush();
  return result;
}

function checkOptions(given: unknown, table: BaseResource): BatchWriterOptions {
  if (given === undefined) return {};
  const names = typeof given === 'object' && given !== null ? Object.keys(given) : ['?'];
  if (names.every((name) => name === 'overwriteByKeys')) return given as BatchWriterOptions;
  throw new WrongUseError(
    `batchWriter() of ${describe(table)} takes a function that writes, and { overwriteByKeys: ['id'] }.`,
    'what-a-resource-takes',
  );
}

/** What is given, also as boto3 names it: `{ Item: { … } }`. (No table has a key that is a map.) */
function itemOf(given: unknown, member: 'Item' | 'Key', method: string): Item {
  if (!isItem(given)) {
    throw new WrongUseError(
      `${method}() of a batch writer takes the ${member === 'Item' ? 'item' : 'key'} as an object.`,
      'what-a-resource-takes',
    );
  }
  const inside = given[member];
  return Object.keys(given).length === 1 && isItem(inside) ? inside : given;
}

function isItem(value: unknown): value is Item {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  );
}
