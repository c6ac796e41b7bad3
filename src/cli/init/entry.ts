import type { ArrayExpression, Node, ObjectExpression, SpreadElement } from '@babel/types';
import { dirname, resolve } from 'node:path';
import { endOf, startOf, walk } from '../migrate/syntax.js';
import { quoteOf, type Files, type Located, type SourceFile } from './files.js';
import { bindingOf, nameOf, type Values } from './values.js';

/** What became of a config: the entry was added, was there before, or cannot be added for certain. */
export type Outcome = 'added' | 'there' | 'unsure';

/** What is to stand in a list of a config. */
export interface Entry {
  /** The name of the list. */
  readonly list: 'setupFiles' | 'setupFilesAfterEnv';
  readonly name: string;
  /** Entries that do as well. */
  readonly others: readonly string[];
}

/** Adds an entry to a list of a config's object, before what is there. */
export class EntryWriter {
  constructor(
    private readonly files: Files,
    private readonly values: Values,
    private readonly entry: Entry,
  ) {}

  addTo(object: Located<ObjectExpression>): Outcome {
    const { file, node } = object;
    const { list } = this.entry;
    const assigned = assignmentTo(file, list);
    if (assigned !== undefined) return this.#toValue({ file, node: assigned });
    for (const property of node.properties) {
      if (property.type === 'ObjectMethod' && keyOf(property) === list) return 'unsure';
      if (property.type !== 'ObjectProperty' || nameOf(property) !== list) continue;
      if (!property.shorthand) return this.#toValue({ file, node: property.value });
      return this.#toValue({ file, node: property.value }, `${list}: `);
    }
    const spreads = node.properties.filter((each) => each.type === 'SpreadElement');
    let carried: string | undefined;
    for (const spread of spreads) {
      const brings = this.#broughtBy({ file, node: spread });
      if ('outcome' in brings) return brings.outcome;
      carried = brings.text ?? carried;
    }
    const value = carried === undefined ? `[${this.#literal(file)}]` : this.#before(file, carried);
    insertProperty(object, propertyText(file, list, value));
    return 'added';
  }

  /** The list as it is written in a file, with nothing else in it. */
  line(file: SourceFile): string {
    return propertyText(file, this.entry.list, `[${this.#literal(file)}]`);
  }

  /** What a spread brings of the list: an expression for it, or nothing; or why nothing is to be added. */
  #broughtBy(
    spread: Located<SpreadElement>,
  ): { readonly text: string | undefined } | { readonly outcome: 'unsure' | 'there' } {
    const { file, node } = spread;
    const { argument } = node;
    const text = file.text.slice(startOf(argument), endOf(argument));
    const list = `${text}.${this.entry.list}`;
    const isName = /^[\w$]+(\.[\w$]+)*$/.test(text);
    const isTyped = file.language === 'typescript';
    const parts = this.values.spread(spread);
    if (parts === undefined) {
      if (this.#isPresetOfTransformer(file, argument)) return { text: undefined };
      // Whether a type has the list cannot be told; Jest compiles its config.
      return isName && !isTyped ? { text: `${list} ?? []` } : { outcome: 'unsure' };
    }
    const found = parts.flatMap((part) => this.values.propertyOf(part, this.entry.list) ?? []);
    if (found.some((each) => this.#isThere({ file: each.file, node: each.node.value }))) {
      return { outcome: 'there' };
    }
    const hasUnknown = parts.some((part) => this.#hasUnknownSpread(part));
    if (found.length === 0 && !hasUnknown) return { text: undefined };
    const isSure = !hasUnknown && found.length === parts.length;
    if (!isName || (!isSure && isTyped)) return { outcome: 'unsure' };
    const isList = found.every(({ node: { value } }) => value.type === 'ArrayExpression');
    // A type of the config's own says that it may be undefined.
    return { text: isSure && isList && !isTyped ? list : `${list} ?? []` };
  }

  #hasUnknownSpread({ file, node }: Located<ObjectExpression>): boolean {
    return node.properties.some((each) => {
      if (each.type !== 'SpreadElement') return false;
      const parts = this.values.spread({ file, node: each });
      if (parts === undefined) return !this.#isPresetOfTransformer(file, each.argument);
      return parts.some((part) => this.#hasUnknownSpread(part));
    });
  }

  /** Source: ts-jest's `create…Preset()` and its older `jest-preset` files, which have nothing but transforms. */
  #isPresetOfTransformer(file: SourceFile, argument: Node): boolean {
    const named = argument.type === 'Identifier' ? bindingOf(file, argument.name) : undefined;
    const node = named !== undefined && 'node' in named ? named.node : argument;
    const text = file.text.slice(startOf(node), endOf(node));
    if (!/\b(create\w*Preset|ts-jest|tsjPreset\w*|tsJest\w*|@swc\/jest)/i.test(text)) return false;
    return /ts-jest|@swc\/jest|esbuild-jest|babel-jest/.test(file.text);
  }

  #toValue(value: Located, key = ''): Outcome {
    const { file } = value;
    const node = withoutType(value.node);
    if (this.#isThere({ file, node })) return 'there';
    if (node.type === 'ArrayExpression') {
      this.#toArray(file, node);
      return 'added';
    }
    const known = this.values.single({ file, node });
    if (known !== undefined && known.node !== node) {
      if (this.#isThere(known)) return 'there';
      if (known.file === file && known.node.type === 'ArrayExpression') {
        this.#toArray(file, known.node);
        return 'added';
      }
    }
    const text = file.text.slice(startOf(node), endOf(node));
    const isText = (known?.node ?? node).type === 'StringLiteral';
    const carried = isText || known?.node.type === 'ArrayExpression' ? text : `${text} ?? []`;
    const whole = isText ? `[${this.#literal(file)}, ${text}]` : this.#before(file, carried);
    file.edits.overwrite(startOf(node), endOf(node), `${key}${whole}`);
    return 'added';
  }

  /** The list with the entry before what an expression gives. */
  #before(file: SourceFile, carried: string): string {
    // Vitest takes a text for a list of one.
    if (this.entry.list === 'setupFiles' && carried.endsWith(' ?? []')) {
      return `[${this.#literal(file)}, ${carried}].flat()`;
    }
    return carried.includes(' ')
      ? `[${this.#literal(file)}, ...(${carried})]`
      : `[${this.#literal(file)}, ...${carried}]`;
  }

  #toArray(file: SourceFile, { elements, start, end }: ArrayExpression): void {
    const first = elements.find((each) => each !== null);
    const literal = this.#literal(file);
    if (first === undefined) {
      file.edits.overwrite(start ?? 0, end ?? 0, `[${literal}]`);
      return;
    }
    const gap = file.text.slice((start ?? 0) + 1, startOf(first));
    const between = gap.includes('\n') ? `,\n${indentAt(file.text, startOf(first))}` : ', ';
    file.edits.appendLeft(startOf(first), `${literal}${between}`);
  }

  #isThere({ file, node }: Located): boolean {
    let isThere = false;
    walk(node, ({ node: each }) => {
      if (each.type === 'StringLiteral' && this.#does(file, each.value)) isThere = true;
    });
    return isThere;
  }

  /** True for the entry itself, and for a setup file of the project that imports it. */
  #does(file: SourceFile, name: string): boolean {
    const names = [this.entry.name, ...this.entry.others];
    if (names.includes(name)) return true;
    if (!/^(\.|\/|<rootDir>)/.test(name)) return false;
    const path = resolve(dirname(file.path), name.replace(/^<rootDir>\/?/, './'));
    const text = this.files.textOf(path) ?? this.files.textOf(`${path}.ts`) ?? '';
    return names.some((each) =>
      new RegExp(`(from|import|require\\()\\s*['"]${each}['"]`).test(text),
    );
  }

  #literal(file: SourceFile): string {
    const quote = quoteOf(file);
    return `${quote}${this.entry.name}${quote}`;
  }
}

/** Adds a property to an object, in its style: first, or after what is spread into it. */
export function insertProperty({ file, node }: Located<ObjectExpression>, property: string): void {
  const { edits, text } = file;
  const start = startOf(node);
  const isOnLines = text.slice(start, endOf(node)).includes('\n');
  const lastSpread = node.properties.findLast(({ type }) => type === 'SpreadElement');
  const [first] = node.properties;
  const indent =
    first !== undefined && text.slice(start, startOf(first)).includes('\n')
      ? indentAt(text, startOf(first))
      : `${indentAt(text, start)}  `;
  if (lastSpread !== undefined) {
    edits.appendLeft(endOf(lastSpread), isOnLines ? `,\n${indent}${property}` : `, ${property}`);
    return;
  }
  const comma = first === undefined && file.language === 'json' ? '' : ',';
  if (isOnLines) {
    edits.appendLeft(start + 1, `\n${indent}${property}${comma}`);
  } else if (first === undefined) {
    edits.overwrite(start, endOf(node), `{ ${property} }`);
  } else {
    const gap = text.slice(start + 1, startOf(first));
    edits.appendLeft(startOf(first), `${property},${gap === '' ? ' ' : gap}`);
  }
}

export function propertyText(file: SourceFile, name: string, value: string): string {
  return file.language === 'json' ? `"${name}": ${value}` : `${name}: ${value}`;
}

/** The blanks that the line of a place begins with. */
function indentAt(text: string, place: number): string {
  const line = text.slice(text.lastIndexOf('\n', place - 1) + 1, place);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function withoutType(node: Node): Node {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
    ? withoutType(node.expression)
    : node;
}

function keyOf({ key }: { readonly key: Node }): string | undefined {
  return key.type === 'Identifier' ? key.name : undefined;
}

/** What `config.setupFiles = …` writes after the config was made. */
function assignmentTo({ tree }: SourceFile, list: string): Node | undefined {
  const found: Node[] = [];
  if (tree === undefined) return undefined;
  walk(tree, ({ node }) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
    if (keyOf({ key: node.left.property }) === list) found.push(node.right);
  });
  return found.length === 1 ? found[0] : undefined;
}
