/**
 * What is wrong with something given as an output, as the end of a sentence; undefined where it is one.
 *
 * @param isOfStubber - it is an answer of a Stubber, which has no functions
 */
export function notAnOutput(output: unknown, isOfStubber = false): string | undefined {
  if (output instanceof Error) {
    const other = isOfStubber ? 'addClientError(operation, { code })' : '.rejects(error)';
    return `takes an output; write ${other} to refuse the call.`;
  }
  if (typeof output === 'function') {
    return isOfStubber
      ? 'takes an output; for a function of the input write stub(client).on(operation).answers((input) => ({ … })).'
      : 'takes an output; write .answers((input) => ({ … })) for a function of the input.';
  }
  if (
    isOfStubber &&
    typeof output === 'object' &&
    output !== null &&
    'ResponseMetadata' in output
  ) {
    return 'takes ResponseMetadata by its name in this SDK: $metadata, with httpStatusCode and requestId.';
  }
  if (typeof output !== 'object' || output === null || Array.isArray(output)) {
    return `takes an output, an object such as { Vpc: { VpcId: 'vpc-1' } }, but got ${describe(output)}.`;
  }
  if (typeof (output as { then?: unknown }).then === 'function') {
    return 'takes an output, but got a promise of one; await it first.';
  }
  return undefined;
}

/** What is wrong with what a function gave for an output, as the end of a sentence; undefined where nothing is. */
export function notAnAnswer(output: unknown): string | undefined {
  if (output instanceof Error) return 'an Error; throw it to refuse the call';
  if (typeof output === 'object' && output !== null && !Array.isArray(output)) return undefined;
  return `${describe(output)}; give an object such as { Vpc: { VpcId: 'vpc-1' } }, {} for an empty output`;
}

/** What a value is, for a message: `a list`, `nothing`, `the number 5`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return String(value);
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
