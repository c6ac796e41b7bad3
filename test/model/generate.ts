import { Readable } from 'node:stream';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as ec2 from '@aws-sdk/client-ec2';
import * as s3 from '@aws-sdk/client-s3';
import * as sts from '@aws-sdk/client-sts';
import * as documents from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { modelOf, type Rules, type Shape } from '../../src/model/index.js';

/** An operation's input or output: what it may be, and how strictly it is looked at. */
export interface Case {
  /** `EC2 CreateVpc input`. */
  readonly name: string;
  readonly shape: Shape;
  readonly rules: Rules;
  /** How fast-check prints it. */
  readonly [fc.toStringMethod]: () => string;
}

export const packages = { EC2: ec2, S3: s3, DynamoDB: dynamodb, STS: sts, documents };

type AnyCommand = new (input: object) => object;

/** The command classes of a package, by name. */
export function commandsOf(exported: object): [name: string, command: AnyCommand][] {
  return Object.entries(exported).filter(
    (entry): entry is [string, AnyCommand] =>
      /^[A-Z]\w*Command$/.test(entry[0]) && entry[0] !== 'DynamoDBDocumentClientCommand',
  );
}

/** The input and the output of every operation of the installed clients. */
export const cases: readonly Case[] = Object.entries(packages).flatMap(([service, exported]) =>
  commandsOf(exported).flatMap(([className, Command]) => {
    const model = modelOf(new Command({}))!;
    const operation = `${service} ${className.replace(/Command$/, '')}`;
    return [
      caseOf(`${operation} input`, model.input, { required: true }),
      caseOf(`${operation} output`, model.output, { required: true }),
    ];
  }),
);

function caseOf(name: string, shape: Shape, rules: Rules): Case {
  return { name, shape, rules, [fc.toStringMethod]: () => name };
}

/** How deep values are filled; below, only what must be there is. */
const MAX_DEPTH = 6;
/** How many members that need not be there a structure gets, by depth. */
const WIDTHS = [8, 5, 4, 3, 2, 1];

/** Names that objects have by nature, and what cannot be written without quotes. */
const KEYS = ['a', 'Name', 'x-amz-a', 'two words', 'a.b', '', 'ä', '0', '__proto__', 'constructor'];

const text = fc.oneof(fc.constantFrom('', 'vpc-1', 'null', '0', '__proto__'), fc.string());
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 4 }),
  fc.constant(Buffer.from('abc')),
  fc.constant(new DataView(new ArrayBuffer(2))),
);
const date = fc.date({ noInvalidDate: true });
const native = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    text,
    fc.double(),
    fc.boolean(),
    fc.bigInt(),
    fc.constant(null),
    bytes,
    fc.array(fc.string(), { maxLength: 2 }).map((each) => new Set(each)),
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 2 }),
  ),
})).any;

const SIMPLE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  string: text,
  number: fc.oneof(fc.integer(), fc.double()),
  boolean: fc.boolean(),
  bigint: fc.bigInt(),
  bigdecimal: fc.constant({ string: '1.5', type: 'bigDecimal' }),
  timestamp: date,
  blob: bytes,
  stream: fc.constantFrom(
    'text',
    Uint8Array.of(1),
    new Blob(['text']),
    Readable.from(['text']),
    new ReadableStream(),
  ),
  document: fc.jsonValue(),
  unit: fc.constant({}),
  native,
};

const known = new Map<Shape, fc.Arbitrary<unknown>[]>();

/**
 * Values that a shape allows. Recursive shapes end: members that need not be there get rarer with
 * the depth.
 *
 * @param goal - with this, each value has at least one such place where the shape can have one
 */
export function valuesOf(shape: Shape, goal?: Goal, depth = 0): fc.Arbitrary<unknown> {
  const distance = goal?.distance(shape) ?? Infinity;
  if (goal !== undefined && distance === 0) return make(shape, goal, depth);
  if (goal !== undefined && distance < Infinity) return onTheWay(shape, goal, depth);
  const byDepth = known.get(shape) ?? [];
  known.set(shape, byDepth);
  return (byDepth[depth] ??= make(shape, undefined, depth));
}

function make(shape: Shape, goal: Goal | undefined, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'list':
      return listOf(valuesFor(shape.member, depth), shape, depth);
    case 'map':
      return mapOf(valuesFor(shape.value, depth), shape, depth);
    case 'structure':
    case 'union':
      if (shape.traits.streaming !== undefined) return events(shape, goal, depth);
      return shape.kind === 'union' ? union(shape, depth) : structure(shape, depth, undefined);
    default:
      return SIMPLE[shape.kind]!;
  }
}

/** Made when it is asked for: shapes are recursive. */
function valuesFor(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  return fc.constant(undefined).chain(() => valuesOf(shape, undefined, depth + 1));
}

function listOf(
  member: fc.Arbitrary<unknown>,
  { traits }: Shape,
  depth: number,
): fc.Arbitrary<unknown[]> {
  const each = traits.sparse === undefined ? member : fc.option(member);
  return fc.noBias(fc.array(each, { maxLength: depth < MAX_DEPTH ? 2 : 0 }));
}

function mapOf(value: fc.Arbitrary<unknown>, { traits }: Shape, depth: number) {
  const each = traits.sparse === undefined ? value : fc.option(value);
  // `toStrictEqual` asks values themselves for their `constructor`.
  const keys = fc
    .oneof(fc.constantFrom(...KEYS), fc.string())
    .filter((key) => key !== 'constructor');
  return fc.noBias(fc.dictionary(keys, each, { maxKeys: depth < MAX_DEPTH ? 2 : 0 }));
}

type Structure = Shape & { kind: 'structure' | 'union' };

/** @param goal - with this, a member that leads there is filled so that it does */
function structure(
  { members, required }: Structure,
  depth: number,
  goal: Goal | undefined,
): fc.Arbitrary<unknown> {
  const isAsked = (name: string) => required.has(name) && !isToken(members.get(name)!);
  const names = [...members.keys()];
  const asked = names.filter(isAsked);
  const others = names.filter((name) => !isAsked(name));
  const leading = goal === undefined ? [undefined] : goal.next([...members], depth);
  return fc
    .tuple(some(others, WIDTHS[depth] ?? 0), fc.constantFrom(...leading))
    .chain(([chosen, way]) => {
      const inside = (name: string): [string, fc.Arbitrary<unknown>] => {
        const member = members.get(name)!;
        if (name === way) return [name, valuesOf(member, goal, depth + 1)];
        const value = valuesOf(member, undefined, depth + 1);
        return [name, isAsked(name) ? value : fc.option(value, { nil: undefined, freq: 8 })];
      };
      const given = new Set([...asked, ...chosen, ...(way === undefined ? [] : [way])]);
      return fc.record(Object.fromEntries([...given].map(inside)));
    });
}

/** Some of these names, at most so many: mostly more than half of that, sometimes none. */
function some(names: readonly string[], most: number): fc.Arbitrary<string[]> {
  const maxLength = Math.min(names.length, most);
  const many = fc.subarray([...names], { minLength: Math.ceil(maxLength / 2), maxLength });
  return fc.oneof({ weight: 5, arbitrary: many }, fc.subarray([...names], { maxLength }));
}

/** The SDK makes tokens up where they are left out, also where they are required. */
export function isToken({ traits }: Shape): boolean {
  return traits.idempotencyToken !== undefined;
}

function union(shape: Structure, depth: number, goal?: Goal): fc.Arbitrary<unknown> {
  const arms = [...shape.members];
  const flat = arms.filter(([, { kind }]) => kind !== 'structure' && kind !== 'union');
  const allowed = depth >= MAX_DEPTH && flat.length > 0 ? flat : arms;
  const names = goal?.next(arms, depth) ?? allowed.map(([name]) => name);
  return fc
    .constantFrom(...names)
    .chain((name) => fc.record({ [name]: valuesOf(shape.members.get(name)!, goal, depth + 1) }));
}

/** An event stream: a list of events, or something that gives them later. */
function events(shape: Structure, goal: Goal | undefined, depth: number): fc.Arbitrary<unknown> {
  const event = (goal?.distance(shape) ?? 0) > 0 ? union(shape, depth, goal) : union(shape, depth);
  if (goal !== undefined) return fc.array(event, { minLength: 1, maxLength: 2 });
  const failure = fc.constant(new Error('throttled'));
  const list = fc.array(fc.oneof({ weight: 5, arbitrary: event }, failure), { maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: list },
    list.map((each) => Readable.from(each)),
  );
}

/** A value that has a place the goal suits. */
function onTheWay(shape: Shape, goal: Goal, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'list':
      return fc.array(valuesOf(shape.member, goal, depth + 1), { minLength: 1, maxLength: 2 });
    case 'map': {
      const value = valuesOf(shape.value, goal, depth + 1);
      return fc.dictionary(fc.constantFrom(...KEYS), value, { minKeys: 1, maxKeys: 2 });
    }
    case 'structure':
    case 'union':
      if (shape.traits.streaming !== undefined) return events(shape, goal, depth);
      return shape.kind === 'union' ? union(shape, depth, goal) : structure(shape, depth, goal);
    default:
      throw new Error(`Nothing is inside a ${shape.kind}.`);
  }
}

/** Kinds of place that values are to have, and how far from them each shape is. */
export class Goal {
  readonly #distances = new Map<Shape, number>();

  /** @param suits - true for the shapes that are wanted */
  constructor(suits: (shape: Shape) => boolean) {
    let found = everyShape.filter(suits);
    for (let distance = 0; found.length > 0; distance++) {
      for (const shape of found) this.#distances.set(shape, distance);
      const around = found.flatMap((shape) => outsideOf.get(shape) ?? []);
      found = [...new Set(around)].filter((shape) => !this.#distances.has(shape));
    }
  }

  /** 0 for a shape that is wanted, Infinity for one that cannot hold any. */
  distance(shape: Shape): number {
    return this.#distances.get(shape) ?? Infinity;
  }

  /** The members that lead there: near the surface all of them, further down only the shortest way. */
  next(members: readonly (readonly [string, Shape])[], depth: number): string[] {
    const distances = members.map(([, shape]) => this.distance(shape));
    const farthest = depth < 2 ? Number.MAX_VALUE : Math.min(...distances);
    return members.filter((_, i) => distances[i]! <= farthest).map(([name]) => name);
  }
}

/** What stands inside a shape: its members, elements or values. */
function insideOf(shape: Shape): readonly Shape[] {
  if (shape.kind === 'list') return [shape.member];
  if (shape.kind === 'map') return [shape.value];
  return shape.kind === 'structure' || shape.kind === 'union' ? [...shape.members.values()] : [];
}

const outsideOf = new Map<Shape, Shape[]>();
/** Every shape of the installed clients. */
export const everyShape: readonly Shape[] = collect();

function collect(): Shape[] {
  const found = new Set(cases.map(({ shape }) => shape));
  for (const shape of found) {
    for (const inside of insideOf(shape)) {
      found.add(inside);
      const outside = outsideOf.get(inside);
      if (outside === undefined) outsideOf.set(inside, [shape]);
      else outside.push(shape);
    }
  }
  return [...found];
}

/** The smallest value that a shape allows. */
export function simplestOf(shape: Shape): unknown {
  switch (shape.kind) {
    case 'list':
      return [];
    case 'structure': {
      if (shape.traits.streaming !== undefined) return [];
      const asked = [...shape.members].filter(([name, member]) => {
        return shape.required.has(name) && !isToken(member);
      });
      return Object.fromEntries(asked.map(([name, member]) => [name, simplestOf(member)]));
    }
    case 'union': {
      if (shape.traits.streaming !== undefined) return [];
      const flat = [...shape.members].find(([, { kind }]) => kind !== 'structure');
      const [name, member] = flat ?? [...shape.members][0]!;
      return { [name]: simplestOf(member) };
    }
    default:
      return SIMPLEST[shape.kind];
  }
}

const SIMPLEST: Readonly<Record<string, unknown>> = {
  map: {},
  string: '',
  number: 0,
  boolean: false,
  bigint: 0n,
  bigdecimal: { string: '0', type: 'bigDecimal' },
  timestamp: new Date(0),
  blob: Uint8Array.of(),
  stream: '',
  document: '',
  unit: {},
  native: '',
};
