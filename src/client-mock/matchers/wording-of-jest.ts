import type { ReadCall } from './received.js';
import type { Finding, Wording } from './wording.js';

/** As aws-sdk-client-mock-jest says it in Jest. */
export const wordingOfJest: Wording = {
  any: (finding) => {
    const { mock, context } = finding;
    const client = mock.clientName();
    const { printReceived } = context.utils;
    return withCalls(
      finding,
      `Expected ${client} to ${not(finding)}receive any command`,
      `${client} received any command ${printReceived(mock.calls().length)} times`,
    );
  },
  command: (finding) => withCalls(finding, expected(finding), received(finding)),
  times: (finding) => {
    const times = finding.context.utils.printExpected(finding.number);
    return withCalls(finding, `${expected(finding)} ${times} times`, received(finding));
  },
  with: (finding) => {
    const { mock, found, input, context } = finding;
    const { printExpected, printReceived } = context.utils;
    const name = printExpected(nameOf(finding));
    return withCalls(
      finding,
      `${expected(finding)} with ${printExpected(input)}`,
      `${mock.clientName()} received matching ${name} ${printReceived(found)} times`,
    );
  },
  nth,
  nthOfCommand: nth,
};

function nth(finding: Finding): string {
  const { mock, context, number, input, call } = finding;
  const { printExpected, printReceived, printDiffOrStringify } = context.utils;
  const client = mock.clientName();
  const name = printExpected(nameOf(finding));
  const lines = [
    `Expected ${client} to ${not(finding)}receive ${String(number)}. ${name} with ${printExpected(input)}`,
  ];
  if (call !== undefined) {
    const [command] = call.args;
    lines.push(
      `${client} received ${printReceived(command.constructor.name)} with input:`,
      printDiffOrStringify(input, command.input, 'Expected', 'Received', false),
    );
  }
  return withCalls(finding, ...lines);
}

function expected(finding: Finding): string {
  const { mock, context } = finding;
  const name = context.utils.printExpected(nameOf(finding));
  return `Expected ${mock.clientName()} to ${not(finding)}receive ${name}`;
}

function received(finding: Finding): string {
  const { mock, context, found } = finding;
  const { printExpected, printReceived } = context.utils;
  const name = printExpected(nameOf(finding));
  return `${mock.clientName()} received ${name} ${printReceived(found)} times`;
}

function nameOf({ command }: Finding): string | undefined {
  return command?.name;
}

function not({ context }: Finding): string {
  return context.isNot === true ? 'not ' : '';
}

function withCalls({ mock, context }: Finding, ...lines: string[]): string {
  const calls = mock.calls();
  if (calls.length === 0) return lines.join('\n');
  const { printReceived } = context.utils;
  const line = ({ args: [command] }: ReadCall, i: number): string =>
    `  ${String(i + 1)}. ${command.constructor.name}: ${printReceived(command.input)}`;
  return [...lines, '', 'Calls:', ...calls.map(line)].join('\n');
}
