import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import { endOf, startOf, type Syntax } from './syntax.js';

/** Takes a statement out: with its line where it has one of its own, and with one of two empty lines around it. */
export function removeLine({ text }: Syntax, edits: MagicString, node: Node): void {
  const start = startOf(node);
  const end = endOf(node);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const [rest = ''] = /^[ \t]*(\r?\n)?/.exec(text.slice(end)) ?? [];
  const isAlone = text.slice(lineStart, start).trim() === '' && /\n$|^$/.test(rest);
  if (!isAlone) {
    edits.remove(start, end);
    return;
  }
  const [empty = ''] = /^[ \t]*\r?\n/.exec(text.slice(end + rest.length)) ?? [];
  const before = text.slice(0, lineStart).trimEnd();
  const follows = text.slice(before.length, lineStart);
  const isAfterEmpty = /\n[ \t]*\r?\n/.test(follows) || /[{(]$/.test(before);
  edits.remove(lineStart, end + rest.length + (isAfterEmpty ? empty.length : 0));
}
