import {
  commandForParams,
  copyOf,
  RecordedCall,
  type Call,
  type OpenCall,
  type Operation,
  type Scope,
  type Target,
} from '../calls/index.js';
import { WrongUseError } from '../errors.js';
import type { ErrorDetails } from '../model/index.js';
import {
  describe,
  type ErrorClass,
  errorProblem,
  faultOf,
  misspeltCode,
  notACode,
  notAnOutput,
  outputProblem,
  type OutputReply,
  pageFor,
  readExpected,
  type Reply,
  travelProblem,
} from '../replies/index.js';
import { givenParams } from './absence.js';
import { fits, insideExactly, isExactly } from './params.js';
import { settingFor, type StubSettings } from './settings.js';
import { paramsProblem, refuse } from './validation.js';

/** What the author of a stub may write: checked as it is written, with an error that says what to write. */
export class Checks {
  readonly #validates: boolean | 'strict';

  /**
   * @param from - the call that is checked, as messages name it: `stub(EC2Client).on()`
   * @param asksRequired - outputs must have what the model requires, whatever the settings
   */
  constructor(
    private readonly target: Target,
    private readonly operation: Operation,
    private readonly scope: Scope,
    readonly from: string,
    { validate }: StubSettings = {},
    private readonly asksRequired = false,
  ) {
    this.#validates = validate ?? settingFor('validate', target.keys, scope) ?? true;
  }

  /** @param isWhole - they are the whole input of the call */
  params(params: unknown, isWhole: boolean): unknown {
    const command = commandForParams(params);
    if (command !== undefined)
      throw new WrongUseError(`${this.from} ${command}`, 'a-command-in-place-of-its-class');
    const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
    if (params !== undefined && !isObject) {
      throw new WrongUseError(
        `${this.from} takes an object of parameters, such as { CidrBlock: '10.0.0.0/16' }, but got ${describe(params)}.`,
        'what-a-stub-takes',
      );
    }
    if (this.#validates !== false) {
      const whole = isWhole || isExactly(params);
      refuse(
        paramsProblem(this.operation, this.target, params, whole),
        this.from,
        this.target,
        'parameters',
      );
    }
    readExpected(insideExactly(params), this.scope);
    return givenParams(this.operation, params);
  }

  /** An output as a reply, copied: later changes by its author do not reach callers. */
  output(output: unknown, method: string): Reply {
    const fault = faultOf(output);
    if (fault?.kind === 'output') return fault.reply((inside) => this.#plainOutput(inside, method));
    // botocore's Stubber checks a response when it is added, and so does ours.
    if (method !== '' && isThenable(output)) return promised(output);
    if (fault === undefined) return this.#plainOutput(output, method);
    throw new WrongUseError(
      method === ''
        ? `${this.from} takes an output; write stub(client).on(operation).rejects(${fault.code}).`
        : `${this.from}.${method}() takes an output; write .rejects(${fault.code}).`,
      'what-a-stub-takes',
    );
  }

  #plainOutput(output: unknown, method: string): OutputReply {
    const given = output === undefined ? {} : output;
    const from = method === '' ? this.from : `${this.from}.${method}()`;
    const problem = notAnOutput(given, method === '');
    if (problem !== undefined) throw new WrongUseError(`${from} ${problem}`, 'what-a-stub-takes');
    if (this.#validates !== false && output !== undefined) {
      const isWhole = this.asksRequired || this.#validates === 'strict';
      refuse(
        outputProblem(this.operation, given as object, isWhole),
        from,
        this.target,
        'an-output',
      );
      refuse(
        travelProblem(this.operation, this.target, given as object),
        from,
        this.target,
        'what-cannot-travel',
      );
    }
    const isChecked = this.#validates === false || this.operation.model !== undefined;
    return { kind: 'output', output: copyOf(given as object), isChecked };
  }

  /** Outputs as a reply that answers with one of them, by the call's token. */
  pages(pages: unknown): Reply {
    if (!Array.isArray(pages) || pages.length === 0) {
      throw new WrongUseError(
        `${this.from}.resolvesPages() takes a list of outputs, one or more: [{ Vpcs: [first] }, { Vpcs: [second] }].`,
        'what-a-stub-takes',
      );
    }
    const outputs = pages.map((page: unknown) => {
      const reply = this.output(page, 'resolvesPages');
      return reply.kind === 'output' ? reply.output : {};
    });
    return {
      kind: 'answer',
      answer: (_: never, { call }: { call: Call }) =>
        pageFor(
          RecordedCall.sourceOf(call) as OpenCall,
          outputs as Readonly<Record<string, unknown>>[],
          (token, asked) => fits(token, asked, { whole: true }),
        ),
    };
  }

  /** An error as a reply: by code, by a class, or as it is. */
  error(error: unknown, details: ErrorDetails | undefined, method: string): Reply {
    const from = method === '' ? this.from : `${this.from}.${method}()`;
    const fault = faultOf(error);
    if (fault?.kind === 'error') return fault.reply((inside) => this.#plainOutput(inside, method));
    if (fault !== undefined) {
      throw new WrongUseError(
        `${from} takes an error; write .resolves(${fault.code}).`,
        'what-a-stub-takes',
      );
    }
    if (details !== undefined && (typeof details !== 'object' || (details as unknown) === null)) {
      throw new WrongUseError(
        `${from} takes details as an object, such as { message: 'No such key.' }, but got ${describe(details)}.`,
        'what-a-stub-takes',
      );
    }
    const wrongText = typeof error === 'string' ? notACode(error) : undefined;
    if (wrongText !== undefined)
      throw new WrongUseError(`${from} ${wrongText}`, 'what-a-stub-takes');
    if (typeof error === 'string' && this.#validates !== false) {
      refuse(misspeltCode(this.target.sample?.(), error), from, this.target, 'an-error');
    }
    if ((typeof error === 'string' && error !== '') || isErrorClass(error)) {
      const code = typeof error === 'string' ? error : error.name;
      if (this.#validates !== false && details !== undefined) {
        refuse(errorProblem(this.target.sample?.(), code, details), from, this.target, 'an-error');
      }
      return { kind: 'code', code: error, details: copyOf(details ?? {}) };
    }
    if (error instanceof Error || isErrorOfAnotherRealm(error)) {
      if (details === undefined) return { kind: 'error', error };
      throw new WrongUseError(
        `${from} throws an error as it is, so it takes no details beside it; put them on the error, or give its code.`,
        'what-a-stub-takes',
      );
    }
    throw new WrongUseError(
      `${from} takes an error's code ('NoSuchKey'), its class, or an Error, but got ${describe(error)}.`,
      'what-a-stub-takes',
    );
  }

  answer(answer: unknown, method: string): Reply {
    if (typeof answer === 'function') {
      return { kind: 'answer', answer: answer as (input: never) => unknown };
    }
    throw new WrongUseError(
      `${this.from}.${method}() takes a function of the input; write .resolves({ … }) for an output.`,
      'what-a-stub-takes',
    );
  }

  delay(ms: unknown): number {
    if (typeof ms === 'number' && Number.isFinite(ms) && ms >= 0) return ms;
    throw new WrongUseError(
      `${this.from}: after(ms) takes milliseconds, 0 or more, but got ${describe(ms)}.`,
      'what-a-stub-takes',
    );
  }
}

/** An output that is still to come; a rejected promise refuses the call, and is no one else's before that. */
function promised(output: PromiseLike<unknown>): Reply {
  const coming = Promise.resolve(output);
  coming.catch(() => undefined);
  return { kind: 'answer', answer: () => coming };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

function isErrorClass(value: unknown): value is ErrorClass {
  if (typeof value !== 'function') return false;
  const prototype = value.prototype as object | undefined;
  return prototype instanceof Error || isErrorOfAnotherRealm(prototype);
}

/** Jest's tests and the modules they load may have an `Error` each. */
function isErrorOfAnotherRealm(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'stack' in value && 'message' in value;
}
