import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../migrate/find-files.js';
import { pathFrom } from '../path-from.js';
import type { Files } from './files.js';
import type { Project, Runner } from './project.js';
import type { Report } from './report.js';
import { TsConfig } from './tsconfig.js';

const NAME = 'aws-sdk-stubber.d.ts';
const TEST = /(\.(test|spec)\.[cm]?[jt]sx?$)|([\\/]__tests__[\\/].*\.[cm]?[jt]sx?$)/;
/** Where tests and code are, where nothing else says it. */
const USUAL = ['', 'test', 'tests', '__tests__', 'src', 'lib'];

/** Lets the editor and the compiler see the matchers, and the operations of the services that the project uses by name. */
export function setUpTypes(
  project: Project,
  files: Files,
  report: Report,
  runners: readonly Runner[],
): void {
  const { folder } = project;
  const path = project.find(['tsconfig.json', 'jsconfig.json']);
  const root = path === undefined ? undefined : TsConfig.at(path, files);
  if (root === undefined) return;
  const configs = root.all;
  const code = filesBelow(folder).filter((each) => /\.[cm]?[jt]sx?$/.test(each));
  const texts = code.map((each) => files.textOf(each) ?? '');
  const entries = runners.flatMap((runner) => entriesFor(runner, texts));
  const isThere = (entry: string): boolean =>
    configs.some(({ types }) => types.includes(entry)) ||
    texts.some((text) => imports(text, entry));
  if (entries.every(isThere)) {
    report.done.push(`types: ${entries.join(', ')} there already`);
    return;
  }
  const lines = [
    ...entries.filter((each) => !isThere(each)),
    ...servicesOf(project).filter((each) => !isThere(each)),
  ].map((each) => `import '${each}';\n`);
  const place = placeFor(
    folder,
    configs,
    code.filter((each) => TEST.test(each)),
  );
  if (place === undefined || files.exists(place)) {
    const where =
      place === undefined
        ? `${pathFrom(folder, root.path)}: it includes no tests, so their editor finds no types. Write into a file that the tsconfig of your tests includes`
        : `${pathFrom(folder, place)}: write into it`;
    report.left.push(`${where}:\n\n${lines.map((each) => `    ${each}`).join('')}`);
    return;
  }
  files.create(place, lines.join(''));
  report.done.push(
    `${pathFrom(folder, place)}: new; the types of matchers${lines.length > entries.length ? ' and operations' : ''}`,
  );
}

/** Source: README, A first green test: those who import `expect` of Jest have an entry of their own. */
function entriesFor(runner: Runner, texts: readonly string[]): string[] {
  if (runner === 'Vitest') return ['aws-sdk-stubber/vitest'];
  const imported = texts.some((text) =>
    /import[^;]*\bexpect\b[^;]*from ['"]@jest\/globals['"]/.test(text),
  );
  return [imported ? 'aws-sdk-stubber/jest-globals' : 'aws-sdk-stubber/jest'];
}

/** In a declaration, a test or a setup file. */
function imports(text: string, entry: string): boolean {
  return new RegExp(`(import|from|types=)\\s*['"]${entry}['"]`).test(text);
}

/** An entry for each client that the project uses. */
function servicesOf(project: Project): string[] {
  const names = project.dependencies.flatMap((each) =>
    each === '@aws-sdk/lib-dynamodb'
      ? 'lib-dynamodb'
      : (/^@aws-sdk\/client-(.+)$/.exec(each)?.[1] ?? []),
  );
  // Beside the built command; a client may be newer than this package.
  const known = fileURLToPath(new URL('services', import.meta.url));
  return [...new Set(names)]
    .sort()
    .filter((name) => !existsSync(known) || existsSync(join(known, `${name}.d.cts`)))
    .map((name) => `aws-sdk-stubber/services/${name}`);
}

/** A file that is seen where the tests are; undefined where no config includes those. */
function placeFor(
  folder: string,
  configs: readonly TsConfig[],
  tests: readonly string[],
): string | undefined {
  for (const config of configs) {
    const test = tests.find((each) => config.includes(each));
    if (test === undefined && tests.length > 0) continue;
    const onTheWay = test === undefined ? USUAL : foldersTo(folder, test);
    const found = onTheWay
      .map((each) => join(folder, each, NAME))
      .find((path) => existsSync(dirname(path)) && config.includes(path));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** From the project's folder to the one of a file. */
function foldersTo(folder: string, file: string): string[] {
  const parts = relative(folder, dirname(file)).split(sep);
  return ['', ...parts.map((_, i) => join(...parts.slice(0, i + 1)))];
}
