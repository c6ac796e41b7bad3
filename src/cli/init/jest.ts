import type { ArrayExpression, ObjectExpression } from '@babel/types';
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Files, Located } from './files.js';
import { matchesOf } from './folders.js';
import { entriesOf, textIn, type Project } from './project.js';
import type { Report } from './report.js';
import { RunnerSetup } from './runner-setup.js';
import { isObject } from './values.js';

/** In the order in which Jest looks for them. */
const CONFIGS = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts', 'json'].map(
  (ending) => `jest.config.${ending}`,
);

/** Puts the setup entry into the configs of Jest. */
export class JestSetup extends RunnerSetup {
  constructor(
    private readonly project: Project,
    files: Files,
    report: Report,
  ) {
    super(project.folder, files, report, {
      list: 'setupFilesAfterEnv',
      name: 'aws-sdk-stubber/jest',
      others: ['aws-sdk-stubber/jest-globals'],
    });
  }

  static isConfigured(project: Project): boolean {
    return project.find(CONFIGS) !== undefined || ofManifest(project) !== undefined;
  }

  run(): void {
    const own = this.project.find(CONFIGS);
    const named = this.project.configsOfScripts('jest').filter((path) => this.files.exists(path));
    for (const path of named) this.#setUpFile(path);
    if (own !== undefined) this.#setUpFile(own);
    if (ofManifest(this.project) !== undefined) this.#setUpManifest(this.project.folder);
    else if (own === undefined && named.length === 0) this.#create(this.folder);
  }

  #setUpFile(path: string): void {
    for (const config of this.configsIn(path) ?? []) this.#setUpConfig(config, path);
  }

  /** What package.json has under `jest`: a config, or the path of one. */
  #setUpManifest(folder: string): boolean {
    const path = join(folder, 'package.json');
    const file = this.files.source(path);
    const own = entriesOf(file?.tree).get('jest');
    if (file === undefined || own === undefined) return false;
    const named = textIn(own);
    if (named !== undefined) this.#setUpFile(resolve(folder, named));
    else if (own.type === 'ObjectExpression') this.#setUpConfig({ file, node: own }, path);
    return true;
  }

  #setUpConfig(config: Located<ObjectExpression>, path: string): void {
    const projects = this.values.propertyOf(config, 'projects');
    const list = projects && this.values.single({ file: projects.file, node: projects.node.value });
    if (projects === undefined) this.tell(path, this.writer.addTo(config));
    else if (list?.node.type === 'ArrayExpression') {
      this.#setUpProjects(config, { file: list.file, node: list.node }, path);
    } else {
      this.unsure(path, 'what its projects are cannot be told', 'each of them');
    }
  }

  /** Each of them names it: Jest hands the list of the config around them to none. */
  #setUpProjects(
    config: Located<ObjectExpression>,
    { file, node: { elements } }: Located<ArrayExpression>,
    path: string,
  ): void {
    const folder = this.#rootOf(config);
    const patterns: string[] = [];
    for (const node of elements) {
      const text = textIn(node ?? undefined);
      if (text !== undefined) patterns.push(text);
      else if (node !== null) {
        const found = node.type === 'SpreadElement' ? undefined : this.values.of({ file, node });
        if (found?.every(isObject) === true) {
          for (const each of found) this.#setUpConfig(each, path);
        } else {
          this.unsure(path, 'one of its projects cannot be told', 'it');
        }
      }
    }
    for (const each of matchesOf(folder, patterns)) {
      if (each === folder) this.tell(path, this.writer.addTo(config));
      else this.#setUpMatch(each);
    }
  }

  #setUpMatch(path: string): void {
    if (!statSync(path).isDirectory()) {
      if (path.endsWith('package.json')) this.#setUpManifest(dirname(path));
      else this.#setUpFile(path);
      return;
    }
    const own = this.project.find(CONFIGS, path);
    if (own !== undefined) this.#setUpFile(own);
    else if (!this.#setUpManifest(path) && this.files.exists(join(path, 'package.json'))) {
      this.#create(path);
    }
  }

  #rootOf(config: Located<ObjectExpression>): string {
    const root = this.values.propertyOf(config, 'rootDir');
    return resolve(this.folderOf(config.file), textIn(root?.node.value) ?? '.');
  }

  #create(folder: string): void {
    const path = join(folder, 'jest.config.js');
    const start = this.project.isEsm ? 'export default' : 'module.exports =';
    this.files.create(path, `${start} {\n  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],\n};\n`);
    this.done(path, 'new; setupFilesAfterEnv name aws-sdk-stubber/jest');
  }
}

function ofManifest({ manifest }: Project): unknown {
  return entriesOf(manifest?.node).get('jest');
}
