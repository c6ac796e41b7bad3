import { describe, expect, test, vi } from 'vitest';

const madeOutside = Promise.resolve(1);

/** Node before 24 writes its own marks on promises and timers once anything keeps an async context. */
describe('a promise that a test makes', () => {
  test('is equal to another one', () => {
    expect({ params: Promise.resolve(1) }).toEqual({ params: Promise.resolve(1) });
    expect({ params: Promise.resolve(1) }).toStrictEqual({ params: Promise.all([]) });
    expect(Promise.resolve(1)).toEqual(madeOutside);
  });

  test('is what a function was called with', () => {
    const render = vi.fn();
    render({ params: Promise.resolve(1) });
    expect(render).toHaveBeenCalledWith({ params: Promise.resolve(1) });
  });

  test('has nothing of ours in a snapshot', async () => {
    const promise = Promise.resolve(1);
    await promise;
    expect({ promise, madeOutside, then: promise.then() }).toMatchInlineSnapshot(`
      {
        "madeOutside": Promise {},
        "promise": Promise {},
        "then": Promise {},
      }
    `);
    expect(Object.getOwnPropertySymbols(promise)).toEqual([]);
  });

  test('may be frozen, or of a class of its own', async () => {
    class Own extends Promise<number> {}
    const own = Own.resolve(1);
    expect(own).toEqual(Own.resolve(2));
    expect(await Object.freeze(own.then((one) => one + 1))).toBe(2);
  });
});

test('a timer tells nothing of the tests', () => {
  const timer = setTimeout(() => undefined, 0) as unknown as Record<symbol, unknown>;
  const held = Object.getOwnPropertySymbols(timer)
    .filter(({ description }) => description === 'kResourceStore')
    .map((mark) => timer[mark])
    .filter((store) => store !== undefined);
  for (const store of held) expect(Reflect.ownKeys(store as object)).toEqual([]);
});
