import { parse, parseExpression, type ParserPlugin } from '@babel/parser';
import type { Expression, File, Node } from '@babel/types';

/** A file as it is read: its text, and what stands where in it. */
export interface Syntax {
  readonly text: string;
  readonly tree: File;
}

const ALWAYS: ParserPlugin[] = ['decorators-legacy', 'explicitResourceManagement'];

/** Of what kind a file of this name may be, the likeliest first. */
function kindsOf(path: string): ParserPlugin[][] {
  if (/\.[cm]?ts$/.test(path)) return [['typescript']];
  if (path.endsWith('.tsx')) return [['typescript', 'jsx']];
  return [['jsx'], ['jsx', 'flow']];
}

/**
 * Reads a file of JavaScript or TypeScript.
 *
 * @param path - its name says the language
 * @throws SyntaxError with the place of what is no such file
 */
export function readSyntax(path: string, text: string): Syntax {
  let failure: unknown;
  for (const plugins of kindsOf(path)) {
    try {
      const tree = parse(text, {
        sourceType: 'unambiguous',
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        plugins: [...plugins, ...ALWAYS],
      });
      return { text, tree };
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

/** Reads a file of JSON, with comments or without. */
export function readJson(text: string): Expression | undefined {
  try {
    return parseExpression(text);
  } catch {
    return undefined;
  }
}

/** The nodes below a node, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === 'loc' || key.endsWith('Comments') || key === 'extra' || key === 'errors') continue;
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children.sort((a, b) => startOf(a) - startOf(b));
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value
  );
}

/** A node with those around it. */
export interface Place<N extends Node = Node> {
  readonly node: N;
  readonly parent: Place | undefined;
}

/**
 * Visits a node and all below it.
 *
 * @param visit - what is above a node comes before it
 */
export function walk(node: Node, visit: (place: Place) => void, parent?: Place): void {
  const place = { node, parent };
  visit(place);
  for (const child of childrenOf(node)) walk(child, visit, place);
}

/** Where a node begins in the text; the parser gives it for all that it made. */
export function startOf(node: Node): number {
  return node.start ?? 0;
}

/** Where a node ends in the text. */
export function endOf(node: Node): number {
  return node.end ?? 0;
}

/** The text of a node. */
export function textOf({ text }: { readonly text: string }, node: Node): string {
  return text.slice(startOf(node), endOf(node));
}

/** The line of a node, from 1. */
export function lineOf(node: Node): number {
  return node.loc?.start.line ?? 1;
}
