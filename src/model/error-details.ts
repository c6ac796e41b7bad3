import { simple, structureOf } from './made-shapes.js';
import { nearest } from './nearest.js';
import type { Shape } from './schema.js';
import type { Problem } from './problem.js';
import { problemsOf, type Rules } from './validate.js';

/** What every answer has; source: `ResponseMetadata` of @smithy/types, and the SDK's signer. */
const METADATA = structureOf('ResponseMetadata', {
  httpStatusCode: simple('number'),
  requestId: simple('string'),
  extendedRequestId: simple('string'),
  cfId: simple('string'),
  attempts: simple('number'),
  totalRetryDelay: simple('number'),
  clockSkewCorrected: simple('boolean'),
});

/** What every error of a service has; source: `ServiceException` of @smithy/core/client. */
const OF_ERROR: Readonly<Record<string, Shape>> = {
  message: simple('string'),
  $metadata: METADATA,
  $fault: simple('string'),
};

/** And what hardly anybody gives. */
const SELDOM: Readonly<Record<string, Shape>> = {
  name: simple('string'),
  $service: simple('string'),
  $retryable: structureOf('RetryableTrait', { throttling: simple('boolean') }),
  $response: simple('native'),
  Code: simple('string'),
};

/**
 * What is wrong with what is said of an error beside its code.
 *
 * @param shape - the modelled error's members; of other codes any member may be, but none that is nearly `message`
 */
export function errorDetailProblems(
  shape: Shape | undefined,
  details: object,
  rules: Rules,
): Problem[] {
  const modelled = shape?.kind === 'structure' ? Object.fromEntries(shape.members) : undefined;
  const names = modelled === undefined ? Object.keys(details).filter(isOfAnyError) : undefined;
  const given = Object.entries(details).filter(([name]) => names?.includes(name) ?? true);
  const seldom = Object.entries(SELDOM).filter(([name]) => name in details);
  const problems = problemsOf(
    structureOf('error', { ...modelled, ...OF_ERROR, ...Object.fromEntries(seldom) }),
    Object.fromEntries(given),
    rules,
  );
  const { $fault, $metadata } = details as {
    readonly $fault?: unknown;
    readonly $metadata?: unknown;
  };
  if (typeof $fault === 'string' && $fault !== 'client' && $fault !== 'server') {
    problems.push({ path: '$fault', text: `expected 'client' or 'server', got '${$fault}'` });
  }
  const { httpStatusCode: status } = ($metadata ?? {}) as { readonly httpStatusCode?: unknown };
  if (typeof status === 'number' && !isErrorStatus(status)) {
    problems.push({
      path: '$metadata.httpStatusCode',
      text: `expected the status of an error, a whole number from 300 to 599, got ${String(status)}`,
    });
  }
  return problems;
}

/** Source: the deserialisers of @smithy/core/protocols, which take a response from 300 on for an error. */
function isErrorStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 300 && status <= 599;
}

function isOfAnyError(name: string): boolean {
  return name.startsWith('$') || nearest(name, ['message'], 1, 2).length > 0 || name in SELDOM;
}
