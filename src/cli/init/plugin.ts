import type { Node, ObjectExpression } from '@babel/types';
import { endOf, startOf, walk } from '../migrate/syntax.js';
import { insertProperty, propertyText } from './entry.js';
import { quoteOf, type Located, type SourceFile } from './files.js';
import { nameOf, type Values } from './values.js';

const PLUGIN = 'aws-sdk-stubber/vite';

/** Whether a config has our plugin already. */
export function namesPlugin({ tree }: SourceFile): boolean {
  let isThere = false;
  if (tree !== undefined) {
    walk(tree, ({ node }) => {
      if (node.type === 'StringLiteral' && node.value === PLUGIN) isThere = true;
    });
  }
  return isThere;
}

/** Whether Vite builds the ES modules of packages in: those can be reached by the plugin alone (README, Known limits). */
export function builtInFromModules(config: Node): boolean {
  let isSo = false;
  walk(config, ({ node }) => {
    if (node.type !== 'ObjectProperty' || nameOf(node) !== 'mainFields') return;
    if (node.value.type !== 'ArrayExpression') return;
    isSo ||= node.value.elements.some(
      (each) => each?.type === 'StringLiteral' && each.value === 'module',
    );
  });
  return isSo;
}

/**
 * Adds the plugin to a config.
 *
 * @returns false where it cannot be told what its plugins are
 */
export function addPlugin(config: Located<ObjectExpression>, values: Values): boolean {
  const { file } = config;
  const plugins = values.propertyOf(config, 'plugins');
  if (plugins === undefined) {
    insertProperty(config, propertyText(file, 'plugins', '[awsSdkStubber()]'));
  } else {
    const list = values.single({ file: plugins.file, node: plugins.node.value });
    if (list?.file !== file || list.node.type !== 'ArrayExpression') return false;
    const [first] = list.node.elements;
    if (first) file.edits.appendLeft(startOf(first), 'awsSdkStubber(), ');
    else file.edits.overwrite(startOf(list.node), endOf(list.node), '[awsSdkStubber()]');
  }
  importPlugin(file);
  return true;
}

function importPlugin({ tree, edits, text, ...file }: SourceFile): void {
  if (tree?.type !== 'File') return;
  const quote = quoteOf({ tree, edits, text, ...file });
  const name = `${quote}${PLUGIN}${quote}`;
  const imports = tree.program.body.filter(({ type }) => type === 'ImportDeclaration');
  const isCommonJs = imports.length === 0 && /\bmodule\.exports\b|\brequire\(/.test(text);
  const line = isCommonJs
    ? `const { default: awsSdkStubber } = require(${name});`
    : `import awsSdkStubber from ${name};`;
  const [first] = imports.length === 0 ? tree.program.body : imports;
  edits.appendLeft(first === undefined ? 0 : startOf(first), `${line}\n`);
}
