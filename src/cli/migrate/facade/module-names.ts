import type { Node, StringLiteral } from '@babel/types';
import type MagicString from 'magic-string';
import { facadeOf, originalOf, type Runner } from '../packages.js';
import { removeLine } from '../remove-line.js';
import type { Remark } from '../report.js';
import { endOf, lineOf, startOf, walk, type Place, type Syntax } from '../syntax.js';

/** What of a file names a module of theirs, changed in place. */
export interface RenamedModules {
  readonly changes: string[];
  readonly left: Remark[];
}

/** Functions of the runners that take a module's name first: `jest.mock`, `vi.importActual`. */
const OF_RUNNERS = new Set([
  'mock',
  'doMock',
  'unmock',
  'doUnmock',
  'dontMock',
  'deepUnmock',
  'setMock',
  'requireActual',
  'requireMock',
  'importActual',
  'importMock',
  'createMockFromModule',
  'unstable_mockModule',
  'unstable_unmockModule',
]);

/** Keys of configs whose values name modules to be loaded. */
const IN_CONFIGS = new Set(['setupFiles', 'setupFilesAfterEnv', 'globalSetup', 'types', 'inline']);

/**
 * Gives imports, requires, mocks and set-up of theirs the facade's names.
 *
 * @param edits - of the file's text
 */
export function renameModules(syntax: Syntax, edits: MagicString, runner: Runner): RenamedModules {
  const changes: string[] = [];
  const left: Remark[] = [];
  const loaded = new Set<string>();
  walk(syntax.tree, (place) => {
    const { node } = place;
    if (node.type !== 'StringLiteral' || originalOf(node.value) === undefined) return;
    if (!namesModule(place)) {
      const remark = { line: lineOf(node), text: `'${node.value}' stands here as a text.` };
      // A title of a test tells about it, and no more.
      if (!isTitle(place)) left.push(remark);
      return;
    }
    const facade = facadeOf(node.value, runner);
    if (facade === undefined) {
      const text = `${node.value} is not changed: --idiomatic makes stubs of its mocks, and docs/migrating-vitest-mock.md says what its calls are here.`;
      left.push({ line: lineOf(node), text, untilGone: node.value });
      return;
    }
    changes.push(`${node.value} → ${facade}`);
    if (isOnlyLoaded(place) && loaded.has(facade)) {
      removeLine(syntax, edits, place.parent?.node ?? node);
      return;
    }
    if (isOnlyLoaded(place)) loaded.add(facade);
    edits.update(startOf(node) + 1, endOf(node) - 1, facade);
  });
  renameReferences(syntax, edits, runner, changes);
  return { changes, left };
}

function namesModule({ node, parent }: Place): boolean {
  const around = parent?.node;
  switch (around?.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
    case 'TSExternalModuleReference':
      return true;
    case 'TSLiteralType':
      return parent?.parent?.node.type === 'TSImportType';
    case 'TSModuleDeclaration':
      return around.id === node;
    case 'CallExpression':
      return around.arguments[0] === node && takesModule(around.callee);
    default:
      return parent !== undefined && isInConfig(parent);
  }
}

function takesModule(callee: Node): boolean {
  if (callee.type === 'Import') return true;
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (callee.object.type !== 'Identifier') return false;
  const { name } = callee.property;
  if (callee.object.name === 'require') return name === 'resolve';
  return ['jest', 'vi', 'vitest'].includes(callee.object.name) && OF_RUNNERS.has(name);
}

function isInConfig({ node, parent }: Place): boolean {
  if (node.type === 'ArrayExpression') return parent !== undefined && isInConfig(parent);
  if (node.type !== 'ObjectProperty') return false;
  if (node.key.type === 'Identifier') return IN_CONFIGS.has(node.key.name);
  return node.key.type === 'StringLiteral' && IN_CONFIGS.has(node.key.value);
}

function isTitle({ node, parent }: Place): boolean {
  const around = parent?.node;
  return (
    around?.type === 'CallExpression' &&
    around.arguments[0] === node &&
    around.arguments[1]?.type.endsWith('FunctionExpression') === true
  );
}

/** `import 'x';`: what it imports is that it is loaded. */
function isOnlyLoaded({ parent }: Place<StringLiteral> | Place): boolean {
  const around = parent?.node;
  return around?.type === 'ImportDeclaration' && around.specifiers.length === 0;
}

/** `/// <reference types="aws-sdk-client-mock-jest" />` is a comment to the parser. */
function renameReferences(
  syntax: Syntax,
  edits: MagicString,
  runner: Runner,
  changes: string[],
): void {
  for (const comment of syntax.tree.comments ?? []) {
    const found = /^\/\s*<reference\s+types=(["'])([^"']+)\1/.exec(comment.value);
    const specifier = found?.[2] ?? '';
    const facade = facadeOf(specifier, runner);
    if (facade === undefined) continue;
    const start = startOf(comment as unknown as Node);
    const at = start + syntax.text.slice(start).indexOf(specifier);
    edits.update(at, at + specifier.length, facade);
    changes.push(`${specifier} → ${facade}`);
  }
}
