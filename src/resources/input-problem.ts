import { InvalidInputError } from '../errors.js';
import { modelOf, printProblems, problemsOf, type Rules } from '../model/index.js';

const INPUT: Rules = { required: true, isInput: true, isMarshalled: true };

/** Marks what the setup entry of this package put around `send`: it checks inputs by its own settings. */
const PATCHED = Symbol.for('aws-sdk-stubber.patched');
/** A client that plays on a fixture's account has one, and checks inputs too. */
const TARGET = Symbol.for('aws-sdk-stubber.target');

interface AnyClient {
  readonly send: object;
  readonly config?: { readonly serviceId?: string };
}

/** The error for a command whose input its operation does not take, as the SDK would not say: it drops what it does not know. */
export function inputProblem(client: AnyClient, command: object): InvalidInputError | undefined {
  if (PATCHED in client.send || TARGET in client) return undefined;
  const model = modelOf(command);
  if (model === undefined) return undefined;
  const problems = problemsOf(model.input, (command as { readonly input?: unknown }).input, INPUT);
  if (problems.length === 0) return undefined;
  return new InvalidInputError(
    `${client.config?.serviceId ?? 'The service'} ${model.name} does not take this input. Nothing was sent to AWS.\n\n` +
      `${printProblems(problems)}\n\n` +
      'For a service that is off its model: resource(client, { validate: false }).',
  );
}
