import type { ObjectExpression } from '@babel/types';
import { dirname } from 'node:path';
import { pathFrom } from '../path-from.js';
import { EntryWriter, type Entry, type Outcome } from './entry.js';
import type { Files, Located, SourceFile } from './files.js';
import type { Report } from './report.js';
import { Values } from './values.js';

/** What both runners' configs have in common: where one is, what becomes of it, and how that is told. */
export class RunnerSetup {
  protected readonly values: Values;
  protected readonly writer: EntryWriter;
  readonly #seen = new Set<string>();

  constructor(
    protected readonly folder: string,
    protected readonly files: Files,
    private readonly report: Report,
    protected readonly entry: Entry,
  ) {
    this.values = new Values(files);
    this.writer = new EntryWriter(files, this.values, entry);
  }

  /** The objects that a file exports as its config, once for each file; undefined where there is nothing to be done. */
  protected configsIn(path: string): Located<ObjectExpression>[] | undefined {
    if (this.#seen.has(path)) return undefined;
    this.#seen.add(path);
    const file = this.files.source(path);
    const found = file && this.values.exportedBy(file);
    if (found?.every((each) => each.node.type === 'ObjectExpression') === true) {
      return found as Located<ObjectExpression>[];
    }
    this.unsure(path, 'what it exports cannot be told');
    return undefined;
  }

  /** Tells what became of a config. */
  protected tell(path: string, outcome: Outcome): void {
    const { list, name } = this.entry;
    if (outcome === 'unsure') {
      this.unsure(path, `what else its ${list} hold cannot be told`);
      return;
    }
    this.done(path, outcome === 'there' ? `${list} named ${name} already` : `${list} name ${name}`);
  }

  protected done(path: string, what: string): void {
    const line = `${pathFrom(this.folder, path)}: ${what}`;
    if (!this.report.done.includes(line)) this.report.done.push(line);
  }

  protected unsure(path: string, why: string, where = this.place): void {
    const { list, name } = this.entry;
    this.report.left.push(
      `${pathFrom(this.folder, path)}: ${why}. Write into ${where}, before what is there:\n\n` +
        `    ${list}: ['${name}'],\n`,
    );
  }

  /** What a path in a config is relative to. */
  protected folderOf(file: SourceFile): string {
    return dirname(file.path);
  }

  /** Where the list belongs, in words. */
  protected get place(): string {
    return 'the config';
  }
}
