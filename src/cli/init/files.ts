import type { File, Node } from '@babel/types';
import MagicString from 'magic-string';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readJson, readSyntax, walk } from '../migrate/syntax.js';

/** A file that is read as a program, or as JSON, and may be changed. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The program, or the value of JSON; undefined where the file cannot be read as either. */
  readonly tree: File | Node | undefined;
  readonly language: 'javascript' | 'typescript' | 'json';
  readonly edits: MagicString;
}

/** Something in a file. */
export interface Located<N extends Node = Node> {
  readonly file: SourceFile;
  readonly node: N;
}

/** What became of a file. */
export interface Change {
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** The files of a project as they are and as they are to be; nothing is written before `write()`. */
export class Files {
  readonly #sources = new Map<string, SourceFile>();
  readonly #created = new Map<string, string>();

  exists(path: string): boolean {
    return this.#created.has(path) || existsSync(path);
  }

  /** The text of a file as it is now, or undefined. */
  textOf(path: string): string | undefined {
    try {
      return this.#created.get(path) ?? readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  }

  /** The same object for each call; undefined where there is no such file. */
  source(path: string): SourceFile | undefined {
    const known = this.#sources.get(path);
    if (known !== undefined) return known;
    const text = this.textOf(path);
    if (text === undefined) return undefined;
    const language = languageOf(path);
    const source: SourceFile = {
      path,
      text,
      tree: language === 'json' ? readJson(text) : treeOf(path, text),
      language,
      edits: new MagicString(text),
    };
    this.#sources.set(path, source);
    return source;
  }

  create(path: string, text: string): void {
    this.#created.set(path, text);
  }

  /** What would be written, in the order in which files were looked at. */
  changes(): Change[] {
    const changed = [...this.#sources.values()]
      .map(({ path, text, edits }) => ({ path, before: text, after: edits.toString() }))
      .filter(({ before, after }) => before !== after);
    const created = [...this.#created].map(([path, after]) => ({
      path,
      before: undefined,
      after,
    }));
    return [...changed, ...created];
  }

  write(): void {
    for (const { path, after } of this.changes()) writeFileSync(path, after);
  }
}

function languageOf(path: string): SourceFile['language'] {
  if (path.endsWith('.json')) return 'json';
  return /\.[cm]?ts$/.test(path) ? 'typescript' : 'javascript';
}

function treeOf(path: string, text: string): File | undefined {
  try {
    return readSyntax(path, text).tree;
  } catch {
    return undefined;
  }
}

/** The quotation mark that a file writes texts with. */
export function quoteOf({ language, tree, text }: SourceFile): string {
  if (language === 'json') return '"';
  let double = 0;
  let single = 0;
  if (tree !== undefined) {
    walk(tree, ({ node }) => {
      if (node.type !== 'StringLiteral') return;
      if (text[node.start ?? 0] === '"') double += 1;
      else single += 1;
    });
  }
  return double > single ? '"' : "'";
}
