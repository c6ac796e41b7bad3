import type { Shape } from '../model/index.js';
import { scalarText } from './text.js';

/**
 * A member's value as the text of its header.
 *
 * Source: https://smithy.io/2.0/spec/http-bindings.html#httpheader-trait
 */
export function headerText(shape: Shape, value: unknown): string {
  if (shape.kind === 'list') {
    return (value as readonly unknown[])
      .map((each) => inList(shape.member, headerText(shape.member, each)))
      .join(', ');
  }
  const text = scalarText(shape, value, 'http-date');
  // A text with a media type may hold what a header cannot.
  return shape.kind === 'string' && shape.traits.mediaType !== undefined
    ? Buffer.from(text).toString('base64')
    : text;
}

/** A text of a list is quoted where it would be taken for two. */
function inList({ kind }: Shape, text: string): string {
  return kind === 'string' && /[",]/.test(text)
    ? `"${text.replace(/["\\]/g, (character) => `\\${character}`)}"`
    : text;
}

/** Why a text cannot be in a header; undefined where it can. */
export function notAHeader(text: string): string | undefined {
  if (/[\r\n\0]/.test(text)) return 'a header cannot hold a line break';
  if (text !== text.trim()) return 'a header loses the spaces around its text';
  // eslint-disable-next-line no-control-regex -- the control characters are what is looked for
  if (/[\u0001-\u0008\u000B-\u001F\u007F]/.test(text))
    return 'a header cannot hold control characters';
  return /^[\t\u0020-\u00FF]*$/.test(text)
    ? undefined
    : 'a header cannot hold characters beyond Latin-1';
}
