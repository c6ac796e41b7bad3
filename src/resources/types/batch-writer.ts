type Item = Record<string, any>;

export interface BatchWriterOptions {
  /** The names of the key's attributes: a later write of the same key takes the earlier one's place. */
  readonly overwriteByKeys?: readonly string[];
}

/**
 * Writes many items of a table in requests of 25.
 *
 * @example
 * await table.batchWriter(async (batch) => {
 *   for (const order of orders) await batch.putItem(order);
 * });
 */
export interface BatchWriter {
  /** Puts an item, also one that is given as `{ Item }`; a request is sent once 25 wait. */
  putItem(item: Item): Promise<void>;
  /** Deletes an item by its key, also one that is given as `{ Key }`; a request is sent once 25 wait. */
  deleteItem(key: Item): Promise<void>;
  /**
   * Sends all that still waits; what DynamoDB did not process is sent again.
   *
   * @throws ResourceError when ten requests in a row processed nothing
   */
  flush(): Promise<void>;
  /** Flushes at the end of a block: `await using batch = table.batchWriter()`. */
  [Symbol.asyncDispose](): Promise<void>;
}
