import type { Node } from '@babel/types';
import MagicString from 'magic-string';
import { facadeOf, type Runner } from '../packages.js';
import { endOf, readJson, startOf, walk } from '../syntax.js';

const KEYS = new Set(['setupFiles', 'setupFilesAfterEnv', 'types']);

/** Gives what a tsconfig.json, a jest.config.json or a package.json loads of theirs the facade's names. */
export function renameInJson(text: string, runner: Runner): { text: string; changes: string[] } {
  const changes: string[] = [];
  const json = readJson(text);
  if (json === undefined) return { text, changes };
  const edits = new MagicString(text);
  const rename = (node: Node): void => {
    if (node.type !== 'StringLiteral') return;
    const facade = facadeOf(node.value, runner);
    if (facade === undefined) return;
    changes.push(`${node.value} → ${facade}`);
    edits.update(startOf(node) + 1, endOf(node) - 1, facade);
  };
  walk(json, ({ node }) => {
    if (node.type !== 'ObjectProperty' || node.key.type !== 'StringLiteral') return;
    if (!KEYS.has(node.key.value)) return;
    if (node.value.type === 'ArrayExpression') {
      for (const each of node.value.elements) if (each !== null) rename(each);
    } else {
      rename(node.value);
    }
  });
  return { text: edits.toString(), changes };
}
