import { toCode, type OpenCall, type Target } from '../calls/index.js';
import { UnstubbedOperationError } from '../errors.js';
import { inputIn } from './forms.js';
import { differences, printDifferences } from './params.js';
import { describeStub } from './pending.js';
import type { Stub } from './stub.js';

/**
 * Why a Stubber's next answer is not for a call.
 *
 * @param next - undefined where its queue is empty
 * @param hadAnswers - it had some, which were used up
 */
export function refusalOf(
  call: OpenCall,
  target: Target,
  next: Stub | undefined,
  hadAnswers: boolean,
): UnstubbedOperationError {
  const { service, operation, input, identity } = call;
  const isOther = next !== undefined && !next.isForOperation(call);
  const why =
    next === undefined
      ? [hadAnswers ? 'Its queue is empty: every answer was used.' : 'It was given no answer.']
      : [
          isOther ? 'It expects another call next:' : 'It expects other parameters:',
          '',
          `  ${describeStub(next)}`,
          ...(isOther
            ? []
            : [printDifferences(differencesOf(next, call), call.model?.input, '     ')]),
        ];
  const message = [
    `The Stubber of ${target.name} does not answer ${service} ${operation}. Nothing was sent to AWS.`,
    '',
    `  ${identity.className} was called with`,
    `    ${toCode(input, call.model?.input, { indent: 4 })}`,
    '',
    ...why,
  ].join('\n');
  const unused = hadAnswers ? 'used-up' : 'unstubbed';
  const other = isOther ? 'order' : 'parameters';
  const reason = next === undefined ? unused : other;
  return new UnstubbedOperationError(message, call.recorded, reason, 'the-stubber-does-not-answer');
}

function differencesOf(stub: Stub, call: OpenCall): ReturnType<typeof differences> {
  return differences(stub.params, inputIn(stub.form, call), { whole: true });
}
