/** What a test of the benchmark recorded. */
export class Figures {
  #values = new Map();

  /** @param {readonly { row: string, side: string, value: number }[]} records */
  constructor(records) {
    for (const { row, side, value } of records) {
      const key = keyOf(row, side);
      const values = this.#values.get(key) ?? [];
      values.push(value);
      this.#values.set(key, values);
    }
  }

  /** The median of what a side recorded for a row. */
  median(row, side) {
    const values = this.#values.get(keyOf(row, side));
    if (values === undefined) throw new Error(`Nothing was measured for '${row}' of ${side}.`);
    return median(values);
  }
}

function keyOf(row, side) {
  return `${side} ${row}`;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
