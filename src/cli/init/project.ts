import type { Expression, Node, ObjectExpression } from '@babel/types';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files, Located } from './files.js';
import { isObject, nameOf } from './values.js';

export type Runner = 'Vitest' | 'Jest';

/** The package that the command is for, as far as its package.json says what it is. */
export class Project {
  /** The object of package.json. */
  readonly manifest: Located<ObjectExpression> | undefined;

  constructor(
    readonly folder: string,
    private readonly files: Files,
  ) {
    const file = files.source(join(folder, 'package.json'));
    const root = file?.tree === undefined ? undefined : { file, node: file.tree };
    this.manifest = root !== undefined && isObject(root) ? root : undefined;
  }

  /** The first of these files that is there. */
  find(names: readonly string[], folder = this.folder): string | undefined {
    return names.map((name) => join(folder, name)).find((path) => this.files.exists(path));
  }

  /** Whether `.js` files are ES modules. */
  get isEsm(): boolean {
    return textIn(this.#value('type')) === 'module';
  }

  get isTypeScript(): boolean {
    return this.files.exists(join(this.folder, 'tsconfig.json'));
  }

  /** The names of what package.json lists. */
  get dependencies(): string[] {
    return LISTS.flatMap((list) => [...entriesOf(this.#value(list)).keys()]);
  }

  /** Configs that scripts name: `jest --config test/jest-e2e.json`. */
  configsOfScripts(command: 'vitest' | 'jest'): string[] {
    const named = new RegExp(
      `\\b${command}\\b[^&|;]*?\\s(?:--config|-c)[ =](?:"([^"]+)"|'([^']+)'|([^\\s&|;]+))`,
    );
    return this.#scripts.flatMap((script) => {
      const texts: (string | undefined)[] = named.exec(script)?.slice(1) ?? [];
      const path = texts.find((each) => each !== undefined);
      return path === undefined || path.startsWith('{') ? [] : [join(this.folder, path)];
    });
  }

  /** Whether package.json says that the project uses a package. */
  uses(name: string): boolean {
    const asWord = new RegExp(`(^|[\\s/;&|])${name}(\\s|$)`);
    return this.dependencies.includes(name) || this.#scripts.some((each) => asWord.test(each));
  }

  /** Whether a package is installed where Node finds it from the project. */
  hasInstalled(name: string): boolean {
    for (let at = this.folder; ; at = dirname(at)) {
      if (existsSync(join(at, 'node_modules', name, 'package.json'))) return true;
      if (dirname(at) === at) return false;
    }
  }

  get #scripts(): string[] {
    return [...entriesOf(this.#value('scripts')).values()].flatMap((each) => textIn(each) ?? []);
  }

  #value(name: string): Node | undefined {
    return entriesOf(this.manifest?.node).get(name);
  }
}

const LISTS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** The members of an object of JSON. */
export function entriesOf(node: Node | undefined): Map<string, Expression> {
  const entries = new Map<string, Expression>();
  if (node?.type !== 'ObjectExpression') return entries;
  for (const each of node.properties) {
    const name = each.type === 'ObjectProperty' ? nameOf(each) : undefined;
    if (name !== undefined && each.type === 'ObjectProperty') {
      entries.set(name, each.value as Expression);
    }
  }
  return entries;
}

export function textIn(node: Node | undefined): string | undefined {
  return node?.type === 'StringLiteral' ? node.value : undefined;
}
