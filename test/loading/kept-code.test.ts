import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script, type ScriptOptions } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeptCode } from '../../src/loading/kept-code.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-code-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A script of `answer`, and the cache that it was made from. */
function compiled(source: string): {
  readonly answer: unknown;
  readonly cache: Buffer | undefined;
} {
  const kept = new KeptCode(folder);
  let cache: Buffer | undefined;
  const make = (text: string, options: ScriptOptions): Script => {
    cache = options.cachedData as Buffer | undefined;
    return new Script(text, options);
  };
  const answer: unknown = kept.script(source, { filename: '/a/b/c.js' }, make).runInThisContext();
  kept.keep();
  return { answer, cache };
}

const place = (): string => {
  const [home = ''] = readdirSync(folder);
  const [name = ''] = readdirSync(join(folder, home));
  return join(folder, home, name);
};

describe.each([
  ['a small', 20_000],
  ['a large', 200_000],
])('the cache of %s file', (_, length) => {
  // At the end: what it begins with is in the name of its cache.
  const source = (answer: string): string => `(() => ${answer})()`.padStart(length);

  test('is taken for the same text', () => {
    expect(compiled(source('1'))).toEqual({ answer: 1, cache: undefined });
    const { answer, cache } = compiled(source('1'));
    expect(answer).toBe(1);
    expect(cache?.length).toBeGreaterThan(100);
  });

  test('is passed over for another text of the same length', () => {
    compiled(source('1'));
    expect(compiled(source('2'))).toEqual({ answer: 2, cache: undefined });
    expect(compiled(source('2')).cache).toBeDefined();
  });

  test('is passed over wherever it is damaged, and made anew', () => {
    compiled(source('1'));
    const whole = readFileSync(place());
    const tenths = Array.from({ length: 10 }, (__, i) => Math.floor((whole.length * i) / 10));
    for (const at of [...tenths, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(place(), damaged);
      expect(compiled(source('1'))).toEqual({ answer: 1, cache: undefined });
      expect(compiled(source('1')).cache).toBeDefined();
    }
    for (const cut of [0, 1, whole.length >> 1, whole.length - 1]) {
      writeFileSync(place(), whole.subarray(0, cut));
      expect(compiled(source('1'))).toEqual({ answer: 1, cache: undefined });
    }
  });
});
