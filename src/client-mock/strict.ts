import {
  currentScope,
  isCommand,
  isSetUp,
  namesOf,
  toCode,
  type Operation,
  type Target,
} from '../calls/index.js';
import { InvalidInputError, InvalidStubError, UnstubbedOperationError } from '../errors.js';
import { outputProblem } from '../replies/index.js';
import { givenParams, inputProblem, paramsProblem } from '../stubs/index.js';
import { isMatcher } from './input-match.js';
import type { CommandConstructor } from './rules.js';
import type { MockSettings } from './settings.js';

/** What a mock does in our stricter ways; nothing of it is asked where none is switched on. */
export class Strict {
  readonly #problems = new Set<string>();

  /** @param name - how messages call the mock: `mockClient(SNSClient)` */
  constructor(
    private readonly name: string,
    private readonly target: () => Target,
  ) {}

  /** Takes down parameters that no call could have. */
  params(command: CommandConstructor | undefined, input: unknown, isStrict: boolean): void {
    // What a matcher of sinon takes nobody can tell.
    if (command === undefined || hasMatcher(input)) return;
    const problem = paramsProblem(operationOf(command), this.target(), input, isStrict);
    if (problem !== undefined) this.#wrong(`${this.name}.on(${command.name})`, problem);
  }

  /**
   * What is wrong with an output of a command, or undefined.
   *
   * @param method - that got it, such as `resolves`
   */
  output(
    command: CommandConstructor | undefined,
    method: string,
    output: unknown,
  ): InvalidStubError | undefined {
    if (command === undefined || typeof output !== 'object' || output === null) return undefined;
    const problem = outputProblem(operationOf(command), output, false);
    if (problem === undefined) return undefined;
    return this.#wrong(`${this.name}.on(${command.name}).${method}()`, problem);
  }

  /** What is wrong with a call's input, or undefined. */
  input(command: unknown): InvalidInputError | undefined {
    if (!isCommand(command)) return undefined;
    const operation = operationOf(command.constructor as never);
    const problem = inputProblem(operation, givenParams(operation, command.input));
    if (problem === undefined) return undefined;
    const where = `${this.name}: ${problem}\n\nNo reply was used, and nothing was sent to AWS.`;
    return violation(new InvalidInputError(where + this.#advice()));
  }

  /** The error for a call that nothing answers. */
  unstubbed(command: unknown, { unstubbed }: MockSettings): Error {
    if (!isCommand(command)) return new Error(`${this.name} was called without a command.`);
    const { operation, model } = namesOf(command);
    const service = this.#service();
    const input = toCode(command.input, model?.input, { indent: 4 });
    const error = new UnstubbedOperationError(
      `No reply of ${this.name} answers ${service} ${operation}. Nothing was sent to AWS.\n\n` +
        `  It was called with\n    ${input}\n\n` +
        `To answer it, write on the mock:\n\n  .on(${command.constructor.name}).resolves({})`,
      { service, operation, input: command.input },
      'unstubbed',
      'other-calls-that-nothing-answers',
    );
    return unstubbed === 'fail' ? violation(error) : error;
  }

  /** The service's id; of a mock of the SDK's base class nobody can say. */
  #service(): string {
    try {
      return this.target().serviceId?.() ?? this.target().name;
    } catch {
      return 'AWS';
    }
  }

  #wrong(from: string, problem: string): InvalidStubError {
    const error = new InvalidStubError(`${from}: ${problem}`);
    const place = /\n\s+at (?:.*\()?([^\n]*:\d+:\d+)/.exec(error.stack ?? '')?.[1];
    // Where it is written: several stubs of a test may have the same fault.
    const message = `${from}: ${problem}${place === undefined ? '' : `\n\n  in ${place}`}`;
    this.#problems.add(message);
    const all = new InvalidStubError([...this.#problems].join('\n\n') + this.#advice());
    violation(new InvalidStubError(message + this.#advice()));
    return all;
  }

  #advice(): string {
    const [, client = 'Client'] = /\((.*)\)/.exec(this.name) ?? [];
    return `\n\nFor a service that is off its model: mockClient(${client}, { validate: false }).`;
  }
}

const operations = new WeakMap<object, Operation>();

/** What a command class calls. */
function operationOf(command: CommandConstructor): Operation {
  let operation = operations.get(command);
  if (operation === undefined) {
    const Command = command as unknown as new (input: object) => Parameters<typeof namesOf>[0];
    const { operation: name, model, form } = namesOf(new Command({}));
    operation = { name, model, form };
    operations.set(command, operation);
  }
  return operation;
}

function hasMatcher(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isMatcher(value) || Object.values(value).some(hasMatcher);
}

/** With the setup entry the test fails at its end, also where the code under test swallowed the error. */
function violation<E extends Error>(error: E): E {
  if (isSetUp()) currentScope().violate(error);
  return error;
}
