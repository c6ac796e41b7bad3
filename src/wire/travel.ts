import type { OperationModel, Problem, Shape, StructureShape } from '../model/index.js';
import { headerText, notAHeader } from './headers.js';
import type { Protocol } from './protocol.js';
import { unspeakable } from './xml.js';

/**
 * Parts of an output that the service could not send, or that would arrive as something else than their
 * author wrote.
 *
 * What AWS's formats change of any value is none: an empty flattened list arrives as no list, a date in a
 * header without its milliseconds.
 *
 * @param output - was checked against the model
 */
export function travelProblems(
  { output: shape }: OperationModel,
  protocol: Protocol,
  output: object,
): Problem[] {
  if (shape.kind !== 'structure') return [];
  const problems: Problem[] = [];
  if (protocol.hasBindings) problems.push(...boundProblems(shape, output));
  if (protocol.body === 'xml') xmlProblems(shape, output, '', problems);
  return problems;
}

function boundProblems(shape: StructureShape, output: object): Problem[] {
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(output) as [string, unknown][]) {
    const member = shape.members.get(name);
    if (member === undefined || value === undefined) continue;
    const { httpHeader, httpPrefixHeaders, httpResponseCode } = member.traits;
    if (httpHeader !== undefined) problems.push(...headerProblem(name, member, value));
    else if (httpPrefixHeaders !== undefined && member.kind === 'map') {
      for (const [key, text] of Object.entries(value as Readonly<Record<string, unknown>>)) {
        const path = `${name}.${key}`;
        const small = key.toLowerCase();
        if (key !== small) {
          problems.push({
            path,
            text: `arrives as '${small}': it is the name of a header, write it so`,
          });
        }
        problems.push(...headerProblem(path, member.value, text));
      }
    } else if (httpResponseCode !== undefined && !isSuccess(value)) {
      problems.push({
        path: name,
        text: `is the status of the answer, from 200 to 299; write rejects(…) for an error`,
      });
    }
  }
  return problems;
}

function headerProblem(path: string, shape: Shape, value: unknown): Problem[] {
  const text = notAHeader(headerText(shape, value));
  return text === undefined ? [] : [{ path, text }];
}

function isSuccess(status: unknown): boolean {
  return typeof status === 'number' && status >= 200 && status < 300;
}

function xmlProblems(shape: Shape, value: unknown, path: string, problems: Problem[]): void {
  if (value === undefined || value === null) return;
  switch (shape.kind) {
    case 'list':
      (value as readonly unknown[]).forEach((each, i) => {
        xmlProblems(shape.member, each, `${path}[${i}]`, problems);
      });
      return;
    case 'map':
      for (const [key, each] of Object.entries(value)) {
        xmlProblems(shape.value, each, `${path}.${key}`, problems);
      }
      return;
    case 'structure':
    case 'union':
      if (shape.traits.streaming !== undefined) return;
      for (const [name, member] of shape.members) {
        const each = (value as Readonly<Record<string, unknown>>)[name];
        if (each !== undefined)
          xmlProblems(member, each, path === '' ? name : `${path}.${name}`, problems);
      }
      return;
    case 'string': {
      const character = typeof value === 'string' ? unspeakable(value) : undefined;
      if (character === undefined) return;
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      problems.push({
        path,
        text: `XML, which it travels in, cannot hold the character U+${code}`,
      });
    }
  }
}
