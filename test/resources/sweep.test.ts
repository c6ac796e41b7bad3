import { Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { configure, UnstubbedOperationError } from '../../src/index.js';
import { batch, ResourceError, WrongUseError } from '../../src/resources/index.js';
import { codeName } from '../../src/resources/model.js';
import { everyKind, type Kind } from './every-kind.js';

// eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
const connect = Socket.prototype.connect;
let connections = 0;

beforeEach(() => {
  connections = 0;
  Socket.prototype.connect = () => {
    connections += 1;
    throw new Error('A connection was made.');
  };
});

afterEach(() => {
  Socket.prototype.connect = connect;
});

interface Touch {
  /** `ec2.Vpc attribute CidrBlock` */
  readonly name: string;
  /** False where AWS has nothing to call. */
  readonly calls: boolean;
  readonly touch: () => unknown;
}

function touchesOf({ model, name, make, loads, attributes }: Kind): Touch[] {
  const touches: Touch[] = [];
  const add = (what: string, touch: () => unknown, calls = true) => {
    touches.push({ name: `${name} ${what}`, touch, calls });
  };
  const members = model.identifiers.map(({ member }) => member);
  for (const attribute of attributes) {
    const isIdentifier = members.includes(attribute);
    const touch = async () => (await make())['get']!(attribute);
    add(`attribute ${attribute}`, touch, loads && !isIdentifier);
  }
  if (loads) add('load', async () => (await make())['load']!());
  for (const action of model.actions) {
    const needsLoad = action.needsData && !loads;
    add(
      `action ${action.name}`,
      async () => (await make())[codeName(action.name)]!({}),
      !needsLoad,
    );
  }
  for (const relation of model.relations) {
    const identifiers = relation.inputs.map(() => 'id');
    if (relation.needsData) {
      add(
        `reference ${relation.name}`,
        async () => (await make())[codeName(relation.name)]!(),
        loads,
      );
    } else {
      add(
        `sub-resource ${relation.name}`,
        async () => (await make())[relation.name]!(...identifiers),
        false,
      );
    }
  }
  for (const collection of model.collections) {
    const list = codeName(collection.name);
    add(`collection ${collection.name}`, async () => (await make())[list]!['toArray']!());
  }
  for (const action of model.batchActions) {
    add(
      `batch action ${action.name}`,
      async () =>
        (batch([await make()]) as Record<string, () => unknown>)[codeName(action.name)]!(),
      !action.needsData,
    );
  }
  for (const waiter of model.waiters) {
    add(`waiter ${waiter.name}`, async () => (await make())[`waitUntil${waiter.name}`]!());
  }
  return touches;
}

describe('every attribute, reference, action, collection, batch action and waiter', () => {
  const touches = everyKind().flatMap(touchesOf);

  test('is there for all nine services', () => {
    const count = (what: RegExp) => touches.filter(({ name }) => what.test(name)).length;

    expect(count(/ action /)).toBe(318 + 15);
    expect(count(/ collection /)).toBe(87);
    expect(count(/ waiter /)).toBe(17);
    expect(touches.length).toBeGreaterThan(1221);
  });

  test('is refused where nothing is stubbed, and connects to nothing', async () => {
    configure({ unstubbed: 'throw', validate: false });
    const wrong: string[] = [];
    for (const { name, calls, touch } of touches) {
      const refusal = await errorOf(touch);
      const isRight = calls
        ? refusal instanceof UnstubbedOperationError
        : refusal === undefined || refusal instanceof WrongUseError;
      if (!isRight) wrong.push(`${name}: ${inspect(refusal)}`);
    }

    expect(wrong).toEqual([]);
    expect(connections).toBe(0);
  });

  test('is named by the error where it is read without a call of one’s own', async () => {
    configure({ unstubbed: 'throw', validate: false });
    for (const { name, calls, touch } of touches) {
      const [, what = '', member = ''] = / (attribute|reference) (\w+)/.exec(name) ?? [];
      if (what === '' || !calls) continue;
      const { message } = (await errorOf(touch)) as Error;
      expect(message).toContain(
        `for its ${what} ${what === 'reference' ? codeName(member) : member}.`,
      );
    }
  });

  test('takes an empty answer without another call, and connects to nothing', async () => {
    configure({ unstubbed: 'empty', validate: false });
    const wrong: string[] = [];
    for (const { name, touch } of touches) {
      // A waiter would wait for a state that an empty answer never has.
      if (name.includes(' waiter ')) continue;
      const refusal = await errorOf(touch);
      const isRight =
        refusal === undefined ||
        refusal instanceof ResourceError ||
        refusal instanceof WrongUseError;
      if (!isRight) wrong.push(`${name}: ${inspect(refusal)}`);
    }

    expect(wrong).toEqual([]);
    expect(connections).toBe(0);
  });
});

async function errorOf(touch: () => unknown): Promise<unknown> {
  try {
    await touch();
    return undefined;
  } catch (error) {
    return error;
  }
}
