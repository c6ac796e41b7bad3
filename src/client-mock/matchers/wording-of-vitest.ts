import type { MatcherContext, ReadCommandClass, ReadMock } from './received.js';
import { ordinalOf, type Finding, type Wording } from './wording.js';

/** As aws-sdk-client-mock-vitest says it; it has more matchers than aws-sdk-client-mock-jest. */
export const wordingOfVitest = {
  any: ({ context, mock }) => {
    const what = `expected client "${mock.clientName()}"`;
    const message =
      context.isNot === true
        ? `${what} to not receive any calls, but was called`
        : `${what} to have been called, but was not called`;
    return formatCalls(message, mock, undefined, undefined, context.utils);
  },
  command: (finding) =>
    listed(
      finding,
      `to not be called at all, but actually been called ${String(finding.found)} times`,
      'to be called at least once',
    ),
  times: (finding) => {
    const { number, found } = finding;
    return listed(
      finding,
      `to not be called ${String(number)} times`,
      `to be called ${String(number)} times, but got ${String(found)} times`,
    );
  },
  once: (finding) =>
    listed(
      finding,
      'to not be called once',
      `to be called once, but got ${String(finding.found)} times`,
    ),
  with: (finding) => compared(finding, '', ''),
  onceWith: (finding) => compared(finding, '', ' once'),
  lastWith: (finding) => compared(finding, 'last ', ''),
  nth,
  nthOfCommand: nth,
} satisfies Wording & Record<'once' | 'onceWith' | 'lastWith', (finding: Finding) => string>;

function nth(finding: Finding): string {
  return compared(finding, `${ordinalOf(finding.number)} `, '');
}

/** With the calls as they were. */
function listed({ context, mock, command }: Finding, unwanted: string, wanted: string): string {
  const name = `expected "${command?.name ?? ''}"`;
  const message = `${name} ${context.isNot === true ? unwanted : wanted}`;
  return formatCalls(message, mock, command, undefined, context.utils);
}

/** With what is otherwise in each call. */
function compared(finding: Finding, which: string, how: string): string {
  const { context, mock, command, input } = finding;
  const not = context.isNot === true ? 'not ' : '';
  const message =
    `expected ${which}"${command?.name ?? ''}" to ${not}be called${how} with arguments: ` +
    context.utils.printExpected(input);
  return formatCalls(message, mock, command, input, context.utils);
}

/**
 * A message with the calls of a command, or of all commands, below it.
 *
 * @param expected - each call is compared with it; undefined for the calls as they were
 */
export function formatCalls(
  message: string,
  mock: ReadMock,
  command: ReadCommandClass | undefined,
  expected: unknown,
  { diff, stringify }: Pick<MatcherContext['utils'], 'diff' | 'stringify'>,
): string {
  const calls = command === undefined ? mock.calls() : mock.commandCalls(command);
  if (calls.length === 0) return message;
  const parts = calls.flatMap(({ args: [sent] }, i) => {
    const name = command?.name ?? `${mock.clientName()} with ${sent.constructor.name}`;
    const shown =
      expected === undefined
        ? indented(stringify(sent.input))
        : diff(expected, sent.input, { omitAnnotationLines: true });
    const heading = `   ${ordinalOf(i + 1)} ${name} call`;
    return [heading, '', ...(shown === undefined ? [] : [shown]), ''];
  });
  return [message, '', 'Received:', '', ...parts, `Number of calls: ${String(calls.length)}`].join(
    '\n',
  );
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}
