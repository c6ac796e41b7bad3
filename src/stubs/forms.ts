import { copyOf, type Form, type OpenCall } from '../calls/index.js';
import type { AnswerContext, OutputReply, Reply } from '../replies/index.js';
import { withAttributeValues, withoutAttributeValues } from '../wire/index.js';

/**
 * Items of DynamoDB have two forms: attribute values, and the plain JavaScript of document clients. A stub or an
 * assertion keeps the form that it was written in, whichever client calls.
 */
export function isOtherForm(form: Form | undefined, { names }: OpenCall): boolean {
  return (
    form !== undefined &&
    names.form !== undefined &&
    (form === 'values') !== (names.form === 'values')
  );
}

const inputs = new WeakMap<OpenCall, unknown>();

/** The input of a call in the form that a stub or an assertion was written in. */
export function inputIn(form: Form | undefined, call: OpenCall): unknown {
  if (!isOtherForm(form, call)) return call.input;
  if (!inputs.has(call)) inputs.set(call, otherInput(form as Form, call));
  return inputs.get(call);
}

function otherInput(form: Form, { input, names }: OpenCall): unknown {
  if (form !== 'values') {
    const { inputKeyNodes = {} } = form;
    return hasParts(inputKeyNodes) ? withoutAttributeValues(input, inputKeyNodes, true) : input;
  }
  try {
    const { inputKeyNodes = {} } = names.form as Exclude<Form, 'values'>;
    return hasParts(inputKeyNodes) ? withAttributeValues(input, inputKeyNodes) : input;
  } catch {
    // What has no attribute value: the SDK refuses the call, whatever answers.
    return input;
  }
}

/** A reply in the form that its caller takes. */
export function replyIn(form: Form | undefined, reply: Reply, call: OpenCall): Reply {
  if (!isOtherForm(form, call)) return reply;
  if (reply.kind === 'output') {
    return { ...reply, output: outputFor(form as Form, reply, call) };
  }
  if (reply.kind !== 'answer') return reply;
  return {
    ...reply,
    answer: async (_: never, context: AnswerContext<never>) => {
      const output = await reply.answer(copyOf(inputIn(form, call)) as never, context);
      return typeof output === 'object' && output !== null && !Array.isArray(output)
        ? otherOutput(form as Form, output, call)
        : output;
    },
  };
}

const outputs = new WeakMap<OutputReply, object>();

/** Converted once for all calls that it answers. */
function outputFor(form: Form, reply: OutputReply, call: OpenCall): object {
  let output = outputs.get(reply);
  if (output === undefined) outputs.set(reply, (output = otherOutput(form, reply.output, call)));
  return output;
}

function otherOutput(form: Form, output: object, { names }: OpenCall): object {
  if (form === 'values') {
    const { outputKeyNodes = {} } = names.form as Exclude<Form, 'values'>;
    if (!hasParts(outputKeyNodes)) return output;
    return withoutAttributeValues(output, outputKeyNodes, false) as object;
  }
  const { outputKeyNodes = {} } = form;
  return hasParts(outputKeyNodes)
    ? (withAttributeValues(output, outputKeyNodes) as object)
    : output;
}

/** No parts at all are none to convert; inside of others, an empty word stands for all of it. */
function hasParts(nodes: object): boolean {
  return Object.keys(nodes).length > 0;
}
