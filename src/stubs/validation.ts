import {
  projectFolders,
  type Call,
  type OpenCall,
  type Operation,
  type Target,
} from '../calls/index.js';
import { InvalidInputError, InvalidStubError } from '../errors.js';
import {
  errorDetailProblems,
  errorShapeOf,
  modelOf,
  packagesOf,
  printProblems,
  problemsOf,
  servicePackage,
  type Problem,
  type Rules,
  type Shape,
} from '../model/index.js';
import { errorReport, report } from '../replies/index.js';
import { insideExactly } from './params.js';
import { patternOf } from './pattern-of.js';
import { unlessHandedOn } from './unknown-members.js';

const INPUT: Rules = { required: true, isInput: true, isMarshalled: true };
const WHOLE_PARAMS: Rules = {
  required: true,
  isInput: true,
  pattern: patternOf,
  unwrap: insideExactly,
};
const PARAMS: Rules = { ...WHOLE_PARAMS, required: false, isPart: true };

/**
 * Parameters that no call could have: members and types that the operation's input does not know.
 *
 * @param isWhole - they are the whole input, so required members must be there
 */
export function paramsProblem(
  { name, model }: Operation,
  { serviceId }: Target,
  params: unknown,
  isWhole: boolean,
): string | undefined {
  if (model === undefined || params === undefined) return undefined;
  const found = problemsOf(model.input, params, isWhole ? WHOLE_PARAMS : PARAMS);
  if (found.length === 0) return undefined;
  const problems = unlessHandedOn(found, serviceId?.());
  return report(`no call of ${name} has these parameters`, problems);
}

/**
 * Details that no error of this code could have been thrown with.
 *
 * @param sample - a client of its service, where that is known
 */
export function wantedErrorProblem(
  sample: Call['client'] | undefined,
  code: string,
  details: object,
): string | undefined {
  const shape = sample && errorShapeOf(sample, code);
  return errorReport(code, errorDetailProblems(shape, details, PARAMS));
}

/**
 * A state that AWS could not describe.
 *
 * @param shape - of the thing, where the model is known
 */
export function stateProblem(
  shape: Shape | undefined,
  title: string,
  state: unknown,
): string | undefined {
  if (shape === undefined) return undefined;
  return report(`the ${title} can have no such state`, problemsOf(shape, state, PARAMS));
}

/**
 * What is wrong with the input of a call, or undefined where the service would take it.
 *
 * @param drops - whether members that the model does not have are let be
 */
export function inputError(call: OpenCall, drops?: () => boolean): InvalidInputError | undefined {
  if (call.model === undefined) return undefined;
  const found = problemsOf(call.model.input, call.input, INPUT);
  if (found.length === 0) return undefined;
  const areLetBe = drops?.() === true;
  const problems = unlessHandedOn(
    found.filter(
      (problem) => !(areLetBe && problem.unknownIn !== undefined) && !isOfUpload(call, problem),
    ),
    call.service,
  );
  if (problems.length === 0) return undefined;
  return new InvalidInputError(
    `${call.service} ${call.operation} does not take this input. No stub was used, and nothing was sent to AWS.\n\n` +
      `${printProblems(problems)}${unknownAdvice(call, problems)}${advice(call.identity.className)}`,
  );
}

/** The narrow ways out for members that the SDK leaves out of the request. */
function unknownAdvice({ identity, names }: OpenCall, problems: readonly Problem[]): string {
  if (!problems.some(({ unknownIn }) => unknownIn !== undefined)) return '';
  const drop = "{ unknownMembers: 'drop' }";
  return (
    '\n\nThe SDK leaves out what the model does not have. If that is meant, for this operation: ' +
    `stub(${identity.className}, { unknownMembers: { ${names.alias}: 'drop' } }); for this client: ` +
    `stub(${identity.className}, ${drop}); for all: configure(${drop}).`
  );
}

/**
 * Throws what is wrong with a stub, if anything is.
 *
 * @param heading - of the Messages page
 */
export function refuse(
  problem: string | undefined,
  from: string,
  target: Target,
  heading: 'an-error' | 'an-output' | 'parameters' | 'what-cannot-travel',
): void {
  if (problem === undefined) return;
  throw new InvalidStubError(`${from}: ${problem}${advice(target.code)}`, heading);
}

/** An input that the operation does not take. */
export function inputProblem({ name, model }: Operation, input: unknown): string | undefined {
  if (model === undefined) return undefined;
  return report(`${name} does not take this input`, problemsOf(model.input, input, INPUT));
}

function advice(target: string): string {
  const settings = target === '' ? 'configure(' : `stub(${target}, `;
  return `\n\nFor a service that is off its model: ${settings}{ validate: false }).`;
}

/** What lib-storage's `Upload` calls with all the parameters that it was given for `PutObject`. */
const OF_UPLOAD = new Set([
  'CreateMultipartUpload',
  'UploadPart',
  'CompleteMultipartUpload',
  'PutObjectTagging',
]);

/** A member of `PutObject` that `Upload` passes on to where the SDK drops it. */
function isOfUpload({ service, operation }: OpenCall, { path, unknownIn }: Problem): boolean {
  if (service !== 'S3' || unknownIn === undefined || !OF_UPLOAD.has(operation)) return false;
  const command = servicePackage(packagesOf('S3'), projectFolders())?.command('PutObject');
  const putObject = command && modelOf(new command({}))?.input;
  return putObject?.kind === 'structure' && putObject.members.has(path);
}
