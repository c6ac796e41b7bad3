import type { ReadCall } from './received.js';
import { ordinalOf, type Finding, type Wording } from './wording.js';

/** As aws-sdk-client-mock-jest says it in Vitest. */
export const wordingOfJestInVitest: Wording = {
  any: (finding) => `${expected(finding)} any command at least once`,
  command: (finding) => `${expected(finding)} ${nameOf(finding)} at least once`,
  times: (finding) =>
    `${expected(finding)} ${nameOf(finding)} ${String(finding.number)} times, but got ${String(finding.found)} times`,
  with: (finding) => {
    const { mock, command, input, context } = finding;
    const calls = command === undefined ? [] : mock.commandCalls(command);
    const diffOf = ({ args }: ReadCall): string =>
      context.utils.diff(input, args[0].input, { omitAnnotationLines: true, commonColor: gray }) ??
      '';
    return [
      `${expected(finding)} ${nameOf(finding)} ${withArguments(finding)}`,
      gray('Received:'),
      ...calls.map((call, i) => `${gray(`  ${ordinalOf(i + 1)} call:`)}\n\n${diffOf(call)}`),
      gray(`Number of calls: ${String(calls.length)}`),
    ].join('\n\n');
  },
  nth,
  nthOfCommand: nth,
};

function nth(finding: Finding): string {
  const { mock, command, number, input, call, context } = finding;
  const count = command === undefined ? 0 : mock.commandCalls(command).length;
  const name = nameOf(finding);
  const summary = `${expected(finding)} ${ordinalOf(number)} ${name} ${withArguments(finding)}`;
  if (count < number) {
    return `${summary}, but ${mock.clientName()} has only received ${name} ${String(count)} times\n\n`;
  }
  const diff = context.utils.diff(input, call?.args[0].input, { commonColor: gray }) ?? '';
  return `${summary}\n\n${diff}`;
}

function expected({ mock, context }: Finding): string {
  return `expected ${mock.clientName()} to ${context.isNot === true ? 'not ' : ''}receive`;
}

function nameOf({ command }: Finding): string {
  return command?.name ?? '';
}

function withArguments({ input, context }: Finding): string {
  const shown = context.utils.stringify(input, undefined, { printBasicPrototype: false });
  return `with arguments [${shown}]`;
}

function gray(text: string): string {
  return `\u001B[90m${text}\u001B[39m`;
}
