import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import * as errors from '../../src/errors.js';
import { ROOT } from '../documentation/blocks.js';

/** A place in the sources that makes an error. */
export interface Made {
  /** Such as `src/stubs/checks.ts`. */
  readonly file: string;
  /** The texts of the message that stand in the source, between what differs. */
  readonly parts: readonly string[];
  /** The texts that are given besides the message: the heading of the page, and the reason. */
  readonly others: readonly string[];
}

/** Every place in the sources that makes an error of this package. */
export function madeInSources(): Made[] {
  return ['src', 'matchers'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => madeIn(join(folder, path))),
  );
}

function madeIn(file: string): Made[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Made[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() in errors) {
      const given = [...(node.arguments ?? [])];
      if (node.expression.getText() === 'StubberError') given.shift();
      const [message, ...others] = given;
      found.push({
        file,
        parts: message === undefined ? [] : textsIn(message),
        others: others.flatMap((each) => (ts.isStringLiteral(each) ? [each.text] : [])),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The texts in an expression, but those in calls in it. */
function textsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [textsIn(node.left), textsIn(node.right)];
    // Where a line of the source ends, the text goes on.
    return [...left.slice(0, -1), (left.at(-1) ?? '') + (right[0] ?? ''), ...right.slice(1)];
  }
  if (ts.isParenthesizedExpression(node)) return textsIn(node.expression);
  if (ts.isConditionalExpression(node)) {
    return ['', ...textsIn(node.whenTrue), ...textsIn(node.whenFalse), ''];
  }
  if (ts.isTemplateExpression(node)) {
    return [
      node.head.text,
      ...node.templateSpans.flatMap(({ expression, literal }) => [
        ...(ts.isConditionalExpression(expression) ? textsIn(expression) : []),
        literal.text,
      ]),
    ];
  }
  return [''];
}
