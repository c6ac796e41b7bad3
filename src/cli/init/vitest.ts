import type { ObjectExpression } from '@babel/types';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { insertProperty, propertyText } from './entry.js';
import type { Files, Located } from './files.js';
import { matchesOf } from './folders.js';
import { addPlugin, builtInFromModules, namesPlugin } from './plugin.js';
import type { Project } from './project.js';
import type { Report } from './report.js';
import { RunnerSetup } from './runner-setup.js';
import { isObject } from './values.js';

const ENDINGS = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];
/** In the order in which Vitest looks for them. */
export const VITEST_CONFIGS = ['vitest', 'vite'].flatMap((name) =>
  ENDINGS.map((ending) => `${name}.config.${ending}`),
);
/** Of Vitest before 4. */
const WORKSPACES = ['vitest.workspace', 'vitest.projects'].flatMap((name) =>
  [...ENDINGS, 'json'].map((ending) => `${name}.${ending}`),
);

/** Puts the setup entry into the configs of Vitest. */
export class VitestSetup extends RunnerSetup {
  constructor(
    private readonly project: Project,
    files: Files,
    report: Report,
  ) {
    const entry = { list: 'setupFiles', name: 'aws-sdk-stubber/vitest', others: [] } as const;
    super(project.folder, files, report, entry);
  }

  /** Whether the project has a config that is Vitest's: one of Vite's own may have nothing to do with it. */
  static isConfigured(project: Project, files: Files): boolean {
    const path = project.find([...VITEST_CONFIGS, ...WORKSPACES]);
    if (path === undefined) return false;
    return !/vite\.config\.\w+$/.test(path) || /\btest\s*:|vitest/.test(files.textOf(path) ?? '');
  }

  run(): void {
    const own = this.project.find(VITEST_CONFIGS);
    const workspace = this.project.find(WORKSPACES);
    for (const path of this.project.configsOfScripts('vitest')) {
      if (this.files.exists(path)) this.#setUpFile(path);
    }
    if (workspace !== undefined) this.#setUpWorkspace(workspace, own);
    else if (own !== undefined) this.#setUpFile(own);
    else this.#create(this.folder);
  }

  protected override get place(): string {
    return '`test` of the config';
  }

  #setUpFile(path: string): void {
    for (const config of this.configsIn(path) ?? []) this.#setUpConfig(config, path);
  }

  #setUpConfig(config: Located<ObjectExpression>, path: string): void {
    const hasPlugin = namesPlugin(config.file);
    const needsPlugin = !hasPlugin && builtInFromModules(config.node);
    if (needsPlugin) {
      if (addPlugin(config, this.values)) {
        this.done(path, 'plugins have aws-sdk-stubber/vite, for the SDK’s ES modules');
      } else {
        this.unsure(path, 'its plugins cannot be told');
      }
    }
    const test = this.values.propertyOf(config, 'test');
    const tests = test && this.values.of({ file: test.file, node: test.node.value });
    if (tests === undefined) {
      const isHidden = test !== undefined || this.#hasUnknownSpread(config);
      if (hasPlugin) this.done(path, 'has the plugin aws-sdk-stubber/vite already');
      else if (isHidden) this.unsure(path, 'what its `test` is cannot be told');
      else this.#addTest(config, path);
      return;
    }
    for (const each of tests) {
      if (isObject(each)) this.#setUpTest(each, path, hasPlugin);
      else this.unsure(path, 'what its `test` is cannot be told');
    }
  }

  #setUpTest(test: Located<ObjectExpression>, path: string, hasPlugin: boolean): void {
    const projects =
      this.values.propertyOf(test, 'projects') ?? this.values.propertyOf(test, 'workspace');
    let isTaken = projects === undefined;
    if (projects !== undefined) {
      const list = this.values.single({ file: projects.file, node: projects.node.value });
      if (list?.node.type === 'StringLiteral') {
        isTaken = this.#setUpProjects(
          this.#listIn(resolve(this.folderOf(list.file), list.node.value)),
          path,
        );
      } else {
        isTaken = this.#setUpProjects(list, path);
      }
    }
    if (!isTaken) return;
    if (hasPlugin) this.done(path, 'has the plugin aws-sdk-stubber/vite already');
    else this.tell(path, this.writer.addTo(test));
  }

  #setUpWorkspace(path: string, root: string | undefined): void {
    const list = this.#listIn(path);
    if (this.#setUpProjects(list, path) && root !== undefined) this.#setUpFile(root);
  }

  #listIn(path: string): Located | undefined {
    const file = this.files.source(path);
    const found = file && this.values.exportedBy(file);
    return found?.length === 1 ? found[0] : undefined;
  }

  /**
   * Sets up each project of a list.
   *
   * @returns whether one of them takes over what stands beside the list
   */
  #setUpProjects(list: Located | undefined, path: string): boolean {
    if (list?.node.type !== 'ArrayExpression') {
      this.unsure(path, 'what its projects are cannot be told', '`test` of each of them');
      return false;
    }
    const { file } = list;
    const patterns: string[] = [];
    let isTaken = false;
    for (const node of list.node.elements) {
      if (node?.type === 'StringLiteral') patterns.push(node.value);
      else if (node !== null) {
        const found = node.type === 'SpreadElement' ? undefined : this.values.of({ file, node });
        if (found === undefined) {
          this.unsure(path, 'one of its projects cannot be told', 'its `test`');
        }
        for (const each of found ?? []) {
          if (isObject(each)) isTaken = this.#setUpProject(each, path) || isTaken;
          else if (each.node.type === 'StringLiteral') patterns.push(each.node.value);
        }
      }
    }
    for (const each of matchesOf(this.folderOf(file), patterns)) this.#setUpMatch(each);
    return isTaken;
  }

  /** @returns whether it takes over what its file's config has */
  #setUpProject(project: Located<ObjectExpression>, path: string): boolean {
    const parent = this.values.propertyOf(project, 'extends');
    const value =
      parent && this.values.single({ file: parent.file, node: parent.node.value })?.node;
    if (value?.type === 'BooleanLiteral' && value.value) return true;
    if (value?.type === 'StringLiteral') {
      this.#setUpFile(resolve(this.folderOf(project.file), value.value));
      return false;
    }
    this.#setUpConfig(project, path);
    return false;
  }

  /** A folder, with a config or without, or a config. */
  #setUpMatch(path: string): void {
    if (!statSync(path).isDirectory()) {
      this.#setUpFile(path);
      return;
    }
    const own = this.project.find(VITEST_CONFIGS, path);
    if (own !== undefined) this.#setUpFile(own);
    else if (this.files.exists(join(path, 'package.json'))) this.#create(path);
  }

  #hasUnknownSpread({ file, node }: Located<ObjectExpression>): boolean {
    return node.properties.some(
      (each) =>
        each.type === 'SpreadElement' && this.values.spread({ file, node: each }) === undefined,
    );
  }

  #addTest(config: Located<ObjectExpression>, path: string): void {
    const { file } = config;
    insertProperty(config, propertyText(file, 'test', `{ ${this.writer.line(file)} }`));
    // Source: https://vitest.dev/config/, for a config that Vite's own defineConfig takes.
    const isTyped = file.language === 'typescript' && /from ['"]vite['"]/.test(file.text);
    if (isTyped && !file.text.includes('vitest/config')) {
      file.edits.prepend('/// <reference types="vitest/config" />\n');
    }
    this.tell(path, 'added');
  }

  #create(folder: string): void {
    const isPlain = !this.project.isTypeScript;
    const name = isPlain
      ? this.project.isEsm
        ? 'vitest.config.js'
        : 'vitest.config.mjs'
      : 'vitest.config.ts';
    this.files.create(
      join(folder, name),
      `import { defineConfig } from 'vitest/config';\n\nexport default defineConfig({\n  test: { setupFiles: ['aws-sdk-stubber/vitest'] },\n});\n`,
    );
    this.done(join(folder, name), 'new; setupFiles name aws-sdk-stubber/vitest');
  }
}
