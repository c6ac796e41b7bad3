import type { Call, Operation, Target } from '../calls/index.js';
import {
  errorDetailProblems,
  errorShapeOf,
  meantCode,
  modelledError,
  modelledErrors,
  printProblems,
  problemsOf,
  simple,
  structureOf,
  type Problem,
  type Rules,
  type Shape,
} from '../model/index.js';
import { alwaysTravels, protocolOf, travelProblems, type Protocol } from '../wire/index.js';

/** Whether stubs and calls are checked against the model; strictly, an output has all that the model requires. */
export type Validates = boolean | 'strict';

const OUTPUT: Rules = { required: false, isOutput: true };
const WHOLE_OUTPUT: Rules = { ...OUTPUT, required: true };

/**
 * An output that the operation could not give.
 *
 * @param isWhole - required members must be there; tests mostly name what matters to them
 */
export function outputProblem(
  { name, model }: Operation,
  output: { readonly $metadata?: unknown },
  isWhole: boolean,
): string | undefined {
  if (model === undefined) return undefined;
  const given = output.$metadata === undefined ? output : { ...output, $metadata: undefined };
  const problems = problemsOf(model.output, given, isWhole ? WHOLE_OUTPUT : OUTPUT);
  return report(`${name} cannot answer this output`, problems);
}

/** What of an output could not reach a client of this target as it was written. */
export function travelProblem(
  { name, model }: Operation,
  { sample }: Target,
  output: object,
): string | undefined {
  if (model === undefined || alwaysTravels(model.output, output)) return undefined;
  const client = sample?.();
  const protocol = client && protocolOf(client);
  if (protocol === undefined) return undefined;
  return report(
    `${name} cannot answer this output`,
    travelProblems(model.output, protocol, output),
  );
}

/**
 * Details that an error of this code cannot have.
 *
 * @param sample - a client of its service, where that is known
 */
export function errorProblem(
  sample: Call['client'] | undefined,
  code: string,
  details: object,
): string | undefined {
  const shape = sample && errorShapeOf(sample, code);
  const problems = errorDetailProblems(shape, details, OUTPUT);
  const protocol = sample && protocolOf(sample);
  if (problems.length === 0 && protocol !== undefined) {
    problems.push(...errorTravelProblems(shape, protocol, details));
  }
  return errorReport(code, problems);
}

/** What is wrong with the members of an error. */
export function errorReport(code: string, problems: readonly Problem[]): string | undefined {
  return report(`${code} cannot have these members`, problems);
}

/** A code that is nearly one of the service's model. Of codes off the model nobody has all, so those are taken. */
export function misspeltCode(sample: Call['client'] | undefined, code: string): string | undefined {
  if (sample === undefined || modelledError(sample, code) !== undefined) return undefined;
  const meant = meantCode(code, [sample]);
  if (meant === undefined || !modelledErrors(sample).includes(meant)) return undefined;
  return `there is no error '${code}'. Did you mean '${meant}'?`;
}

/** What of an error could not reach a client. */
function errorTravelProblems(
  shape: Shape | undefined,
  protocol: Protocol,
  details: object,
): Problem[] {
  const { message, ...others } = details as Readonly<Record<string, unknown>>;
  const members = Object.fromEntries(
    Object.entries(others).filter(([name]) => !name.startsWith('$')),
  );
  return [
    ...(shape === undefined
      ? problemsOf(ANY_MEMBERS, members, OUTPUT)
      : travelProblems(shape, protocol, members)),
    ...(message === undefined ? [] : travelProblems(MESSAGE, protocol, { message })),
  ];
}

/** An error that the model does not have travels as JSON can write it. */
const ANY_MEMBERS = simple('document');

/** What every error has, wherever its own shape has it. */
const MESSAGE = structureOf('Error', { message: simple('string') });

/** Problems under what they are the matter with; undefined where there are none. */
export function report(what: string, problems: readonly Problem[]): string | undefined {
  return problems.length === 0 ? undefined : `${what}:\n\n${printProblems(problems)}`;
}
