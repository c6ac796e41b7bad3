import type { Node } from '@babel/types';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { pathFrom } from '../path-from.js';
import type { Files } from './files.js';
import { entriesOf, textIn } from './project.js';

/** A tsconfig.json or jsconfig.json, as far as it says which files it is for. */
export class TsConfig {
  readonly path: string;
  readonly #options: Map<string, Node>;
  readonly #files: Files;

  private constructor(path: string, tree: Node, files: Files) {
    this.path = path;
    this.#options = new Map(entriesOf(tree));
    this.#files = files;
  }

  static at(path: string, files: Files): TsConfig | undefined {
    const tree = files.source(path)?.tree;
    return tree === undefined ? undefined : new TsConfig(path, tree, files);
  }

  /** It and those that it names in `references`, which an editor looks through as well. */
  get all(): TsConfig[] {
    const references = this.#list('references') ?? [];
    return [this, ...references.flatMap((each) => this.#referenceOf(each)?.all ?? [])];
  }

  /** The packages whose types alone are seen without an import. */
  get types(): string[] {
    const options = entriesOf(this.#options.get('compilerOptions'));
    return textsIn(options.get('types')) ?? [];
  }

  /** Source: https://www.typescriptlang.org/tsconfig/#include and #exclude. */
  includes(path: string): boolean {
    const own = this.#inherited('files');
    if (own?.patterns.some((each) => resolve(own.folder, each) === path) === true) return true;
    const include = this.#inherited('include') ?? {
      folder: dirname(this.path),
      patterns: own === undefined ? ['**/*'] : [],
    };
    if (!matches(include, path)) return false;
    const exclude = this.#inherited('exclude');
    return exclude === undefined || !matches(exclude, path);
  }

  /** A list of it, or of what it extends; paths are relative to where they are written. */
  #inherited(name: string): { folder: string; patterns: string[] } | undefined {
    const patterns = textsIn(this.#options.get(name));
    if (patterns !== undefined) return { folder: dirname(this.path), patterns };
    const parents = this.#options.get('extends');
    const names = textsIn(parents) ?? [textIn(parents) ?? ''];
    for (const each of names.reverse()) {
      if (!each.startsWith('.') && !isAbsolute(each)) continue;
      const path = resolve(dirname(this.path), each.endsWith('.json') ? each : `${each}.json`);
      const parent = TsConfig.at(path, this.#files);
      const found = parent === undefined ? undefined : parent.#inherited(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #list(name: string): Node[] | undefined {
    const list = this.#options.get(name);
    if (list?.type !== 'ArrayExpression') return undefined;
    return list.elements.filter((each) => each !== null);
  }

  #referenceOf(reference: Node): TsConfig | undefined {
    const given = textIn(entriesOf(reference).get('path'));
    if (given === undefined) return undefined;
    const path = resolve(dirname(this.path), given);
    const file = path.endsWith('.json') ? path : join(path, 'tsconfig.json');
    return file === this.path ? undefined : TsConfig.at(file, this.#files);
  }
}

function textsIn(node: Node | undefined): string[] | undefined {
  if (node?.type !== 'ArrayExpression') return undefined;
  return node.elements.flatMap((each) => textIn(each ?? undefined) ?? []);
}

function matches(
  { folder, patterns }: { readonly folder: string; readonly patterns: readonly string[] },
  path: string,
): boolean {
  const name = pathFrom(folder, path);
  if (name.startsWith('..') || name.includes('node_modules/')) return false;
  return patterns.some((each) => {
    const pattern = each.replace('${configDir}', '.').replace(/^\.\//, '').replace(/\/$/, '');
    if (pattern === '.' || pattern === '') return true;
    const last = pattern.split('/').at(-1) ?? '';
    const isFolder = !/[*?]/.test(last) && !/\.\w+$/.test(last);
    return (
      picomatch.isMatch(name, isFolder ? `${pattern}/**/*` : pattern) ||
      picomatch.isMatch(name, `${pattern}/**/*`)
    );
  });
}
