import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientLike } from '../../src/calls/index.js';
import { modelOf, type OperationModel, type Shape } from '../../src/model/index.js';
import {
  arrivesAsGiven,
  decode,
  encodeOutput,
  protocolOf,
  streamIn,
} from '../../src/wire/index.js';
import { commandsOf, valuesOf } from '../model/generate.js';

const installed = join(import.meta.dirname, '../../node_modules/@aws-sdk');
// The clients of sso are from before 3.930, and have no schemas.
const names = readdirSync(installed).filter((name) => /^client-(?!sso)/.test(name));

const clients = await Promise.all(
  names.map(async (name) => {
    const exported = (await import(`@aws-sdk/${name}`)) as Record<string, unknown>;
    const [, Client] = Object.entries(exported).find(([each]) => /^[A-Z]\w+Client$/.test(each))!;
    const client = new (Client as new (config: object) => ClientLike)({ region: 'us-east-1' });
    const models = commandsOf(exported).map(([, Command]) => modelOf(new Command({}))!);
    return { name, client, models };
  }),
);

/** What the SDK reads of an output that was written as the service would. */
async function asRead(client: ClientLike, model: OperationModel, output: object): Promise<object> {
  const protocol = protocolOf(client)!;
  const stream = streamIn(model.output);
  const body = stream === undefined ? undefined : Readable.from([]);
  const read = await decode(client, model, encodeOutput(model, protocol, output), body);
  const { $metadata, ...members } = (read as { output: Record<string, unknown> }).output;
  if (stream !== undefined) Reflect.deleteProperty(members, stream.name);
  expect(($metadata as { httpStatusCode: number }).httpStatusCode).toBe(
    protocol.hasBindings ? (model.http?.[2] ?? 200) : 200,
  );
  return members;
}

/** A value with everything in it that is usual. */
function usual(shape: Shape, depth = 0): unknown {
  switch (shape.kind) {
    case 'string':
      return shape.traits.mediaType === undefined ? `"usual" & <plain> 1` : undefined;
    case 'number':
      return 1234567;
    case 'boolean':
      return depth % 2 === 0;
    case 'timestamp':
      return new Date('2026-02-03T04:05:06Z');
    case 'list':
      return listOf(usual(shape.member, depth + 1));
    case 'map': {
      const each = usual(shape.value, depth + 1);
      return each === undefined ? undefined : { one: each, 'two-2': each };
    }
    case 'structure':
    case 'union': {
      if (depth > 5 || shape.traits.streaming !== undefined) return undefined;
      const all = [...shape.members].flatMap(([name, member]) => {
        const each = usual(member, depth + 1);
        return each === undefined || isOfList(member) ? [] : [[name, each] as const];
      });
      if (all.length === 0) return undefined;
      return Object.fromEntries(shape.kind === 'union' ? all.slice(0, 1) : all);
    }
    default:
      return undefined;
  }
}

/** Values that may arrive as something else. */
function unusual(shape: Shape, depth = 0): unknown[] {
  switch (shape.kind) {
    case 'string':
      return ['', ' spaces ', 'two\r\nlines', 'grün', '\u0001', '\uD800'];
    case 'number':
      return [0, -0, -1, 0.1, 1e21, NaN];
    case 'timestamp':
      return [new Date(1), new Date(-1000), new Date('+010000-01-01T00:00:00Z')];
    case 'list':
      return [[], [undefined], new Array(1), ...inside(shape.member, depth, (each) => [each])];
    case 'map':
      return ['', 'Big', 'two words', '__proto__', 'grün']
        .map((key) => JSON.parse(`{ ${JSON.stringify(key)}: "usual" }`) as object)
        .concat({}, ...inside(shape.value, depth, (each) => ({ key: each })));
    case 'structure':
    case 'union':
      return [...shape.members]
        .slice(0, 8)
        .flatMap(([name, member]) => inside(member, depth, (each) => ({ [name]: each })))
        .concat({});
    default:
      return ['usual'];
  }
}

function inside(shape: Shape, depth: number, put: (each: unknown) => object): object[] {
  return depth > 1 ? [] : unusual(shape, depth + 1).map(put);
}

function listOf(each: unknown): unknown[] | undefined {
  return each === undefined ? undefined : [each, each];
}

function isOfList({ kind, traits }: Shape): boolean {
  return (
    (kind === 'list' && traits.httpHeader !== undefined) ||
    traits.xmlAttribute !== undefined ||
    traits.httpResponseCode !== undefined
  );
}

test.each(clients)('$name reads usual outputs as they were given', async ({ client, models }) => {
  const protocol = protocolOf(client)!;
  let count = 0;
  for (const model of models) {
    const filled = (usual(model.output) ?? {}) as Record<string, unknown>;
    const each = Object.entries(filled).map(([name, value]) => ({ [name]: value }));
    for (const output of [filled, {}, ...each]) {
      if (!arrivesAsGiven(model, protocol, output)) continue;
      count += 1;
      expect(await asRead(client, model, output), model.name).toStrictEqual(output);
    }
  }
  // Nearly all that there is.
  expect(count).toBeGreaterThan(models.length);
});

test.each(clients)(
  '$name reads what is unusual as it was given, where nobody asks it',
  async (each) => {
    const { client, models } = each;
    const protocol = protocolOf(client)!;
    for (const model of models) {
      if (model.output.kind !== 'structure') continue;
      for (const [name, member] of model.output.members) {
        for (const value of unusual(member)) {
          const output = { [name]: value };
          if (member.kind === 'stream' || !arrivesAsGiven(model, protocol, output)) continue;
          expect(await asRead(client, model, output), `${model.name} ${name}`).toStrictEqual(
            output,
          );
        }
      }
    }
  },
);

test('whatever is taken to arrive as it was given does', async () => {
  const pairs = clients.flatMap(({ client, models }) =>
    models
      .filter(({ output }) => output.kind === 'structure')
      .map((model) => ({ client, model, [fc.toStringMethod]: () => model.name })),
  );
  const some = fc
    .constantFrom(...pairs)
    .chain((pair) => fc.tuple(fc.constant(pair), valuesOf(pair.model.output)));
  await fc.assert(
    fc.asyncProperty(some, async ([{ client, model }, output]) => {
      const given = Object.entries(output as object).filter(
        ([name]) => name !== streamIn(model.output)?.name,
      );
      // Member by member: in all of them there is nearly always one that is unusual.
      for (const [name, value] of given) {
        const one = { [name]: value as unknown };
        if (!arrivesAsGiven(model, protocolOf(client)!, one)) continue;
        expect(await asRead(client, model, one)).toStrictEqual(one);
      }
    }),
    { numRuns: 1500 },
  );
});
