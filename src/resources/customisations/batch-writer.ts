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

/** Writes many items in requests of 25, as boto3's `table.batch_writer()`; unprocessed ones again. */
export class BatchWriter {
  readonly #table: BaseResource;
  readonly #keys: readonly string[];
  #waiting: WriteRequest[] = [];

  constructor(table: BaseResource, { overwriteByKeys = [] }: BatchWriterOptions) {
    this.#table = table;
    this.#keys = overwriteByKeys;
  }

  /** Puts an item; a request is sent once 25 wait. */
  putItem(item: Item): Promise<void> {
    checkItem(item, 'putItem');
    return this.#add({ PutRequest: { Item: item } });
  }

  /** Deletes an item by its key; a request is sent once 25 wait. */
  deleteItem(key: Item): Promise<void> {
    checkItem(key, 'deleteItem');
    return this.#add({ DeleteRequest: { Key: key } });
  }

  /** Sends all that still waits. */
  async flush(): Promise<void> {
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
    if (this.#waiting.length >= MAX_WRITES) await this.#send();
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

/** `table.batchWriter()`. */
export function batchWriter(this: BaseResource, options: BatchWriterOptions = {}): BatchWriter {
  return new BatchWriter(this, options);
}

function checkItem(item: unknown, method: string): void {
  if (typeof item === 'object' && item !== null && !Array.isArray(item)) return;
  throw new WrongUseError(
    `${method}() of a batch writer takes the ${method === 'putItem' ? 'item' : 'key'} as an object.`,
  );
}
