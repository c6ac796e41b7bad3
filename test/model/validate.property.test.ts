import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printProblems, problemsOf } from '../../src/model/index.js';
import {
  cases,
  commandsOf,
  everyShape,
  Goal,
  packages,
  simplestOf,
  valuesOf,
  type Case,
} from './generate.js';
import { mutate, mutations, type Mutated, type Mutation, type Pick } from './mutate.js';

type Validator = typeof problemsOf;

/** Chooses by numbers that fast-check made, so that it can shrink the choices. */
const picks: fc.Arbitrary<Pick> = fc
  .array(fc.noBias(fc.nat()), { minLength: 4, maxLength: 4 })
  .map((numbers) => {
    let next = 0;
    const pick: Pick = (from) => from[numbers[next++ % numbers.length]! % from.length]!;
    return Object.assign(pick, { [fc.toStringMethod]: () => `picks(${numbers.join(', ')})` });
  });

/** The operations that a mutation is possible for. */
class Targets {
  readonly goal: Goal;
  readonly cases: readonly Case[];

  constructor(private readonly mutation: Mutation) {
    this.goal = new Goal((shape) => mutation.suits(shape));
    this.cases = cases.filter(({ shape }) => this.goal.distance(shape) < Infinity);
  }

  /** For one of these operations, a value that the mutation made wrong. */
  check(among: readonly Case[], look: (mutated: Mutated, at: Case) => void) {
    // EC2 has eight of ten operations, and hardly a union or bytes: each service counts the same.
    const services = Object.keys(packages)
      .map((service) => among.filter(({ name }) => name.startsWith(`${service} `)))
      .filter((own) => own.length > 0);
    const values = fc
      .constantFrom(...services)
      .chain((own) => fc.constantFrom(...own))
      .chain((each) => fc.tuple(fc.constant(each), valuesOf(each.shape, this.goal)));
    return fc.property(values, picks, ([at, value], pick) => {
      const mutated = mutate(this.mutation, at.shape, value, pick);
      if (mutated === undefined) throw new Error(`${at.name}: nowhere in this value`);
      look(mutated, at);
    });
  }
}

const targets = new Map(mutations.map((mutation) => [mutation.name, new Targets(mutation)]));

/** Fails where a validator does not find all that is wrong, and only that. */
function expectFound(validate: Validator, { value, paths }: Mutated, at: Case): void {
  const found = validate(at.shape, value, at.rules).map(({ path }) => path);
  expect(found.sort(), `the paths of what is wrong with this ${at.name}`).toEqual(
    [...paths].sort(),
  );
}

/** The names of the mutations that show a validator to be wrong. */
function mutationsThatCatch(validate: Validator): string[] {
  const caught = [...targets].filter(([, target]) => {
    const property = target.check(target.cases, (mutated, at) => {
      expectFound(validate, mutated, at);
    });
    return fc.check(property, { numRuns: 500, endOnFailure: true }).failed;
  });
  return caught.map(([name]) => name);
}

describe('a value made from an operation’s schema', () => {
  test.each(Object.keys(packages))('has no problems: inputs and outputs of %s', (service) => {
    const own = cases.filter(({ name }) => name.startsWith(`${service} `));
    expect(own).toHaveLength(2 * commandsOf(packages[service as 'EC2']).length);
    for (const { name, shape, rules } of own) {
      const hasNone = fc.property(valuesOf(shape), (value) => {
        expect(printProblems(problemsOf(shape, value, rules)), name).toBe('');
      });
      fc.assert(hasNone, { numRuns: 10 });
    }
  });

  test('has no problems, whichever member is given', () => {
    for (const shape of everyShape) {
      if (shape.kind !== 'structure' && shape.kind !== 'union') continue;
      if (shape.traits.streaming !== undefined) continue;
      for (const [name, member] of shape.members) {
        const others = shape.kind === 'union' ? {} : (simplestOf(shape) as object);
        const value = { ...others, [name]: simplestOf(member) };
        const problems = problemsOf(shape, value, { required: true });
        if (problems.length > 0) expect.fail(`${shape.name}: ${printProblems(problems)}`);
      }
    }
  });

  test('is made for each of the thousand operations', () => {
    expect(cases.length).toBeGreaterThan(2000);
  });
});

describe('DESIGN: in a value made wrong what is wrong is found, and its path is told', () => {
  test.each(mutations.map(({ name }) => name))('%s', (name) => {
    const target = targets.get(name)!;
    expect(target.cases.length).toBeGreaterThan(5);
    for (const each of target.cases) {
      const property = target.check([each], (mutated, at) => {
        expectFound(problemsOf, mutated, at);
      });
      fc.assert(property, { numRuns: 5 });
    }
  });

  test('there are ten ways to make a value wrong', () => {
    const kinds = [...targets.keys()].map((name) => name.replace(/ \(\w+\)$/, ''));
    expect(new Set(kinds).size).toBe(10);
  });

  test('a misspelt member is told what could be meant', () => {
    const target = targets.get('a member misspelt')!;
    const property = target.check(target.cases, ({ value, paths }, { shape, rules }) => {
      const wrong = problemsOf(shape, value, rules).find(({ path }) => path === paths[0]);
      expect(wrong?.text).toMatch(/^no such member; did you mean \w/);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

describe('a validator that is wrong is caught:', () => {
  const all = mutations.map(({ name }) => name);
  // Bodies are at the surface, nowhere else.
  const deep = all.filter((name) => !name.endsWith('(stream)'));
  const of = (keep: (problem: { path: string; text: string }) => boolean): Validator => {
    return (...given) => problemsOf(...given).filter(keep);
  };
  const wrong: Record<string, { validate: Validator; by: readonly string[] }> = {
    'finds nothing': { validate: () => [], by: all },
    'never looks inside lists': { validate: of(({ path }) => !path.includes('[')), by: deep },
    'looks at the surface only': { validate: of(({ path }) => !path.includes('.')), by: deep },
    'finds what is not wrong': {
      validate: (...given) => [...problemsOf(...given), { path: '', text: 'wrong' }],
      by: all,
    },
    'takes the place for what is around it': {
      validate: (...given) =>
        problemsOf(...given).map(({ path, text }) => ({
          path: path.replace(/\.?[^.[]*\]?$/, ''),
          text,
        })),
      by: all,
    },
    'takes any member': {
      validate: of(({ text }) => !text.startsWith('no such member')),
      by: ['an unknown member added', 'a member misspelt'],
    },
    'ignores required members': {
      validate: (shape, value, rules) =>
        problemsOf(shape, value, { ...rules, required: false, isPart: true }),
      by: ['a member misspelt', 'a required member removed', 'a union with no member'],
    },
    'takes any type': {
      validate: of(({ text }) => !text.startsWith('expected ')),
      by: [
        ...all.filter((name) => name.startsWith('a scalar of a wrong type')),
        'a scalar for a list',
        'a list for a structure or a map',
        'no date for a date',
      ],
    },
    'takes any type for bytes': {
      validate: of(({ text }) => !text.startsWith('expected bytes')),
      by: ['a scalar of a wrong type (blob)'],
    },
    'takes null': {
      validate: of(({ text }) => !text.startsWith('null ')),
      by: ['null for a value'],
    },
    'does not count the members of a union': {
      validate: of(({ text }) => !text.startsWith('a union ')),
      by: ['a union with two members', 'a union with no member'],
    },
    'takes a union without members': {
      validate: of(({ text }) => !text.endsWith('but got none')),
      by: ['a union with no member'],
    },
    'takes a string for a date': {
      validate: of(({ text }) => !text.startsWith('expected a Date, got the string')),
      by: ['no date for a date'],
    },
    'takes an invalid date': {
      validate: of(({ text }) => text !== 'expected a Date, got an invalid Date'),
      by: ['no date for a date'],
    },
    'tells the first problem only': {
      validate: (...given) => problemsOf(...given).slice(0, 1),
      by: ['a member misspelt'],
    },
  };

  test.each(Object.keys(wrong))('one that %s', (name) => {
    const { validate, by } = wrong[name]!;
    expect(mutationsThatCatch(validate)).toEqual(expect.arrayContaining([...by]));
  });

  test('and the one that is right is not', () => {
    expect(mutationsThatCatch(problemsOf)).toEqual([]);
  });
});
