import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import type { Place } from '../syntax.js';

/** What is to be done for a mock, once all that it is used for is understood. */
export class Plan {
  readonly edits: ((text: MagicString) => void)[] = [];
  /** Statements that nothing takes the place of, such as resets. */
  readonly removed: Place[] = [];
  /** References that are gone with them. */
  readonly gone = new Set<Node>();
  /** What else is imported: `exactly`, `TargetStubs`. */
  readonly imports = new Set<string>();

  replace(node: Node, text: string): void {
    this.edits.push((all) => {
      all.update(node.start ?? 0, node.end ?? 0, text);
    });
  }

  replaceRange(start: number, end: number, text: string): void {
    this.edits.push((all) => {
      if (text === '') all.remove(start, end);
      else all.update(start, end, text);
    });
  }

  /** Puts a node between texts. */
  wrap(node: Node, before: string, after: string): void {
    this.insertBefore(node, before);
    this.insertAt(node.end ?? 0, after);
  }

  /** Has an input, or a part of it, compared as a whole. */
  exactly(node: Node): void {
    this.imports.add('exactly');
    this.wrap(node, 'exactly(', ')');
  }

  insertBefore(node: Node, text: string): void {
    this.edits.push((all) => {
      all.appendRight(node.start ?? 0, text);
    });
  }

  insertAt(end: number, text: string): void {
    this.edits.push((all) => {
      all.appendLeft(end, text);
    });
  }
}
