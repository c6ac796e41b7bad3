import { DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY, exactly, stub } from '../../src/index.js';

/** Few values, so that stubs and calls meet often. */
interface Input {
  readonly MaxResults?: number;
  readonly DryRun?: boolean;
  readonly NextToken?: string;
  readonly Filters?: { readonly Name?: string; readonly Values?: string[] }[];
}

const letter = fc.constantFrom('a', 'b');
const letters = fc.array(letter, { maxLength: 2 });
const input: fc.Arbitrary<Input> = fc.record(
  {
    MaxResults: fc.constantFrom(5, 6),
    DryRun: fc.boolean(),
    NextToken: letter,
    Filters: fc.array(fc.record({ Name: letter, Values: letters }, { requiredKeys: [] }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: [] },
);

/** What is stubbed, or sent, in one step of a test. */
type Step =
  | {
      readonly kind: 'on' | 'expects';
      readonly operation: Operation;
      readonly params: Input | undefined;
      readonly isExact: boolean;
      /** How many once-replies it has. */
      readonly times: number;
      /** It has a reply for all further calls too; so has one without once-replies. */
      readonly ends: boolean;
      readonly isAny: boolean;
    }
  | { readonly kind: 'call'; readonly operation: Operation; readonly input: Input }
  | { readonly kind: 'inAnyOrder' };
type Operation = 'DescribeSubnets' | 'DescribeVpcs';

const operation = fc.constantFrom<Operation>('DescribeSubnets', 'DescribeVpcs');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('on' as const, 'on' as const, 'expects' as const),
      operation,
      params: fc.option(input, { nil: undefined }),
      isExact: fc.boolean(),
      times: fc.nat({ max: 2 }),
      ends: fc.boolean(),
      isAny: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('call' as const), operation, input }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'inAnyOrder' as const }) },
);

interface NaiveStub {
  /** Undefined for all. */
  readonly operation: Operation | undefined;
  readonly params: Input | undefined;
  readonly isExact: boolean;
  readonly isExpectation: boolean;
  readonly replies: string[];
  readonly always: string | undefined;
}

function isSame(one: NaiveStub, other: NaiveStub): boolean {
  const textOf = ({ params = {}, operation }: NaiveStub): string =>
    JSON.stringify([operation, sorted(params)]);
  return (
    !one.isExpectation &&
    !other.isExpectation &&
    textOf(one) === textOf(other) &&
    one.isExact === other.isExact
  );
}

/** The rules of precedence, said as plainly as they can be: look at every stub there is. */
class Naive {
  #stubs: NaiveStub[] = [];
  #inAnyOrder = false;

  add(stub: NaiveStub): void {
    const before = this.#stubs.filter((each) => isSame(each, stub));
    const last = before.at(-1);
    if (stub.always !== undefined) {
      this.#stubs = this.#stubs.filter((each) => !before.includes(each));
    } else if (last !== undefined && last.always === undefined) {
      stub.replies.unshift(...last.replies);
      this.#stubs = this.#stubs.filter((each) => each !== last);
    }
    this.#stubs.push(stub);
  }

  inAnyOrder(): void {
    this.#inAnyOrder = true;
  }

  /** The first expectation that is not met. */
  get next(): NaiveStub | undefined {
    return this.#stubs.find((each) => each.isExpectation && each.replies.length > 0);
  }

  answer(operation: Operation, given: Input): string | undefined {
    const open = this.#stubs.filter((each) => each.replies.length > 0 || each.always !== undefined);
    const expected = open.filter((each) => each.isExpectation);
    const next = this.#inAnyOrder ? expected : expected.slice(0, 1);
    const answering = [...next, ...open.filter((each) => !each.isExpectation).reverse()].find(
      (each) =>
        (each.operation === undefined || each.operation === operation) &&
        (each.params === undefined ||
          fitsNaively(each.params, given, each.isExact || each.isExpectation)),
    );
    return answering?.replies.shift() ?? answering?.always;
  }
}

function fitsNaively(params: unknown, given: unknown, whole: boolean): boolean {
  if (Array.isArray(params))
    return JSON.stringify(sorted(params)) === JSON.stringify(sorted(given));
  if (typeof params !== 'object' || params === null) return params === given;
  const members = given as Record<string, unknown>;
  const entries = Object.entries(params);
  return (
    entries.every(([name, value]) => fitsNaively(value, members[name], whole)) &&
    (!whole || Object.keys(members).length === entries.length)
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

/** What answers a call: each stub here answers with its own number. */
async function send(client: EC2Client, operation: Operation, input: Input): Promise<unknown> {
  const { NextToken } =
    operation === 'DescribeVpcs'
      ? await client.send(new DescribeVpcsCommand(input as object))
      : await client.send(new DescribeSubnetsCommand(input as object));
  return NextToken;
}

describe('whatever is stubbed and called', () => {
  test('a call is answered by the stub that looking at each of them would find', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
        const client = new EC2Client({});
        const stubs = stub(client, { unstubbed: 'empty' });
        const naive = new Naive();
        for (const [i, each] of steps.entries()) {
          if (each.kind === 'inAnyOrder') {
            stubs.inAnyOrder();
            naive.inAnyOrder();
          } else if (each.kind === 'call') {
            const answer = await send(client, each.operation, each.input);
            expect(answer).toBe(naive.answer(each.operation, each.input));
          } else {
            const { kind, operation, params, times, ends } = each;
            const isExpectation = kind === 'expects';
            const isExact = each.isExact && params !== undefined;
            const isAny = each.isAny && !isExpectation;
            const given = isExact ? exactly(params) : params;
            const written = isAny ? stubs.onAnyOperation(given) : stubs[kind](operation, given);
            const length = isExpectation ? 1 : times;
            const replies = Array.from({ length }, (_, n) => `${String(i)}.${String(n)}`);
            for (const NextToken of replies) written.resolvesOnce({ NextToken });
            const always = !isExpectation && (ends || times === 0) ? String(i) : undefined;
            if (always !== undefined) written.resolves({ NextToken: always });
            naive.add({
              operation: isAny ? undefined : operation,
              params,
              isExact,
              isExpectation,
              replies,
              always,
            });
          }
        }
        // Expectations left over would fail this test at its end: each is met, in its turn.
        for (let next = naive.next; next !== undefined; next = naive.next) {
          const { operation = 'DescribeVpcs', params = {} } = next;
          expect(await send(client, operation, params)).toBe(naive.answer(operation, params));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('among ten thousand stubs', () => {
  test('a call is compared with the few that may fit it', async () => {
    let comparisons = 0;
    const counting = {
      asymmetricMatch: () => {
        comparisons += 1;
        return true;
      },
    };
    const client = new EC2Client({});
    const stubs = stub(client);
    for (let i = 0; i < 10_000; i++) {
      stubs
        .on(DescribeVpcsCommand, { NextToken: counting, VpcIds: [`vpc-${String(i)}`] })
        .resolves({ NextToken: String(i) });
    }
    const call = { NextToken: 'x', VpcIds: ['vpc-5000'] };
    const { NextToken } = await client.send(new DescribeVpcsCommand(call));
    expect(NextToken).toBe('5000');
    expect(comparisons).toBe(1);
  });

  test('of one queue, each once-reply is found at its turn', async () => {
    const client = new EC2Client({});
    const stubs = stub(client).on(DescribeVpcsCommand);
    for (let i = 0; i < 10_000; i++) stubs.resolvesOnce({ NextToken: String(i) });
    for (let i = 0; i < 10_000; i++) {
      const { NextToken } = await client.send(new DescribeVpcsCommand({}));
      if (NextToken !== String(i)) expect(NextToken).toBe(String(i));
    }
    expect(client).toHaveCalledOperationTimes('DescribeVpcs', 10_000);
  });
});

describe('ANY', () => {
  test('beside literal params leaves them to tell stubs apart', async () => {
    const client = new EC2Client({});
    const stubs = stub(client);
    stubs.on('DescribeVpcs', { MaxResults: 5, NextToken: ANY }).resolves({ NextToken: 'five' });
    stubs.on('DescribeVpcs', { MaxResults: 6, NextToken: ANY }).resolves({ NextToken: 'six' });
    const answer = async (MaxResults: number) =>
      (await client.send(new DescribeVpcsCommand({ MaxResults, NextToken: 'x' }))).NextToken;
    expect([await answer(5), await answer(6)]).toEqual(['five', 'six']);
  });
});
