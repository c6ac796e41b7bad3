import {
  callsOf,
  commandForParams,
  currentScope,
  EVERY_CLIENT,
  mockedClients,
  needSetup,
  operationOf,
  targetOf,
  type Form,
  type OpenCall,
  type Operation,
  type Target,
} from '../src/calls/index.js';
import { WrongUseError } from '../src/errors.js';
import type { Shape } from '../src/model/index.js';
import {
  differences,
  fits,
  inputIn,
  insideExactly,
  isExactly,
  givenParams,
  paramsProblem,
  refuse,
  settingFor,
} from '../src/stubs/index.js';
import { comparisonOf } from './comparison.js';
import type { MatcherContext } from './context.js';

/** An operation that an assertion names, with the parameters that its call should have. */
export interface Wanted {
  readonly operation: string;
  readonly params: unknown;
  /** How items are written in them. */
  readonly form?: Form | undefined;
  /** What the service's model says of its input. */
  readonly shape: Shape | undefined;
}

/** What an assertion on the calls of a target works with. */
export class Received {
  readonly target: Target;
  /** The calls of the target's clients, in the order they were made. */
  readonly calls: readonly OpenCall[];

  /**
   * @param name - the matcher's
   * @param received - what `expect` got
   * @param args - what the matcher got
   * @param signature - its parameters, as its documentation names them
   * @throws WrongUseError where `expect` got no target, or the matcher too many arguments, or nothing is stubbed
   */
  constructor(
    readonly context: MatcherContext,
    readonly name: string,
    received: unknown,
    args: readonly unknown[],
    readonly signature: readonly string[],
  ) {
    const from = `expect(…).${name}()`;
    needSetup(from);
    if (received === undefined) {
      throw new WrongUseError(
        `${from} got undefined: expect() takes a client class (EC2Client), a client or a service id ('EC2'); ` +
          'for the calls of every client write expect(stub()).',
        'something-that-is-no-client',
      );
    }
    this.target = targetOf(received, from);
    if (args.length > signature.length) {
      const takes = signature.length === 0 ? 'no arguments' : `(${signature.join(', ')})`;
      throw new WrongUseError(
        `${from} takes ${takes}, but got ${args.length} ${args.length === 1 ? 'argument' : 'arguments'}.`,
        'what-a-matcher-takes',
      );
    }
    if (this.target.key === EVERY_CLIENT.key) this.refuseMocked();
    this.calls = callsOf(this.target, currentScope());
  }

  /** Of mocks nobody records calls: under `.not` all would hold. */
  private refuseMocked(): void {
    const [name] = mockedClients() ?? [];
    if (name === undefined) return;
    throw new WrongUseError(
      `${this.from} looks at the calls of every client, but vi.mock replaced ${name} with mocks, whose calls are not recorded. ` +
        'Take that mock out, or give the client that is meant: expect(EC2Client).',
      'a-client-that-is-mocked-already',
    );
  }

  get from(): string {
    return `expect(${this.target.code === '' ? 'stub()' : this.target.code}).${this.name}()`;
  }

  /** The operation and the parameters that the matcher got, checked. */
  wanted(operation: unknown, params: unknown): Wanted {
    const found = operationOf(operation, this.target, this.from);
    const command = commandForParams(params);
    if (command !== undefined)
      throw new WrongUseError(`${this.from} ${command}`, 'a-command-in-place-of-its-class');
    const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
    if (params !== undefined && !isObject) {
      throw new WrongUseError(
        `${this.from} takes an object of parameters after the operation, such as { CidrBlock: '10.0.0.0/16' }, ` +
          `but got ${Array.isArray(params) ? 'a list' : this.context.utils.stringify(params)}.`,
        'what-a-matcher-takes',
      );
    }
    const { name, form } = found;
    const meant = this.checked(found, params);
    return { operation: name, params: givenParams(meant, params), form, shape: meant.model?.input };
  }

  /** What the parameters are checked with; of every client's operations, the models are those of its calls. */
  private checked(found: Operation, params: unknown): Operation {
    const called = this.calls.filter(({ names }) =>
      [names.operation, names.alias].includes(found.name),
    );
    const models = new Set(found.model === undefined ? called.map(({ model }) => model) : []);
    const known = models.size === 0 ? [found] : [...models].map((model) => ({ ...found, model }));
    if (settingFor('validate', this.target.keys, currentScope()) === false)
      return known[0] ?? found;
    const problems = known.map((each) =>
      paramsProblem(each, this.target, params, isExactly(params)),
    );
    const fitting = known[problems.indexOf(undefined)];
    if (fitting === undefined) refuse(problems[0], this.from, this.target, 'parameters');
    return fitting ?? found;
  }

  /** A list of operations, each with or without parameters: `['CreateVpc', ['CreateSubnet', { … }]]`. */
  wantedList(list: unknown): Wanted[] {
    if (!Array.isArray(list)) {
      throw new WrongUseError(
        `${this.from} takes a list of operations: ['CreateVpc', ['CreateSubnet', { CidrBlock: '10.0.0.0/24' }]].`,
        'what-a-matcher-takes',
      );
    }
    return list.map((each: unknown) =>
      Array.isArray(each) ? this.wantedEntry(each) : this.wanted(each, undefined),
    );
  }

  private wantedEntry(entry: readonly unknown[]): Wanted {
    if (entry.length <= 2) return this.wanted(entry[0], entry[1]);
    throw new WrongUseError(
      `${this.from}: an entry is an operation, or [operation, params], but that of ${this.wanted(entry[0], undefined).operation} has ${entry.length} parts.`,
      'what-a-matcher-takes',
    );
  }

  /** How often a call should have been made, or which one is meant. */
  number(value: unknown, least: number, what: string): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
    throw new WrongUseError(
      `${this.from} takes ${what}, a whole number from ${String(least)} on, but got ${this.context.utils.stringify(value)}.`,
      'what-a-matcher-takes',
    );
  }

  /** True where the call is of the operation. */
  isOf(call: OpenCall, { operation }: Wanted): boolean {
    return call.names.operation === operation || call.names.alias === operation;
  }

  /** True where the call is of the operation and has the parameters. */
  isWanted(call: OpenCall, wanted: Wanted): boolean {
    return (
      this.isOf(call, wanted) &&
      (wanted.params === undefined ||
        fits(wanted.params, inputIn(wanted.form, call), comparisonOf(this.context)))
    );
  }

  matching(wanted: Wanted): OpenCall[] {
    return this.calls.filter((call) => this.isWanted(call, wanted));
  }

  /**
   * Of the calls of the operation, the one whose input is nearest to the parameters: alone in a list,
   * or nothing where there is none, or where there are no parameters to be near to.
   *
   * @param calls - those to choose from
   */
  nearest(wanted: Wanted, calls = this.calls): OpenCall[] {
    const how = comparisonOf(this.context);
    let nearest: { call: OpenCall; distance: number } | undefined;
    for (const call of calls) {
      if (wanted.params === undefined || !this.isOf(call, wanted)) continue;
      const distance = differences(wanted.params, inputIn(wanted.form, call), how).length;
      if (nearest === undefined || distance < nearest.distance) nearest = { call, distance };
    }
    return nearest === undefined ? [] : [nearest.call];
  }

  numberOf(call: OpenCall): number {
    return this.calls.indexOf(call) + 1;
  }
}

/** Parameters as a message shows them: without the wrapping of `exactly`, which is said in words. */
export function shownParams(params: unknown): { value: unknown; only: boolean } {
  return { value: insideExactly(params), only: isExactly(params) };
}
