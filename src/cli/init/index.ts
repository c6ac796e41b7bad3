import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, WrongArgumentsError, type Command } from '../command.js';
import { diffOf } from '../migrate/diff.js';
import { pathFrom } from '../path-from.js';
import { Files } from './files.js';
import { JestSetup } from './jest.js';
import { Project, type Runner } from './project.js';
import type { Report } from './report.js';
import { setUpTypes } from './types.js';
import { VitestSetup } from './vitest.js';

const help = `Usage: npx aws-sdk-stubber init [options] [folder]

Writes the setup entry into the config of Vitest or Jest, or a config where there is
none, and a file with the types for your editor. It installs nothing, and changes
nothing twice.

The folder is that of a package.json; the one that you are in if you name none.

Options:
      --runner <name>  vitest or jest, where both are installed and one is meant
      --dry-run        show what would be written, as a diff
  -h, --help           this text

Exit codes:
  0  done, or nothing to do
  1  something is left to you: it says which lines, and where
  2  wrong arguments: nothing was done`;

/** `npx aws-sdk-stubber init`. */
export const init: Command = {
  help,
  run: (args, terminal) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { runner: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const runner = runnerNamed(values.runner);
    const folder = folderIn(terminal.folder, positionals);
    const files = new Files();
    const report: Report = { done: [], left: [] };
    setUp(new Project(folder, files), files, report, runner);
    const changes = files.changes();
    if (values['dry-run']) {
      for (const { path, before = '', after } of changes) {
        const shown = pathFrom(terminal.folder, path);
        terminal.print(diffOf({ path: shown, before, after }, terminal.colours));
      }
    } else {
      files.write();
    }
    terminal.print(told(report, changes.length, values['dry-run']));
    return Promise.resolve(report.left.length === 0 ? EXIT.done : EXIT.leftOver);
  },
};

function folderIn(folder: string, positionals: readonly string[]): string {
  if (positionals.length > 1) throw new WrongArgumentsError('it takes one folder.');
  const path = resolve(folder, positionals[0] ?? '.');
  if (!existsSync(path)) throw new WrongArgumentsError(`there is no folder ${path}.`);
  return path;
}

function runnerNamed(name: string | undefined): Runner | undefined {
  if (name === undefined) return undefined;
  const found = (['Vitest', 'Jest'] as const).find((each) => each.toLowerCase() === name);
  if (found === undefined) {
    throw new WrongArgumentsError(`--runner is vitest or jest, but got ${name}.`);
  }
  return found;
}

function setUp(project: Project, files: Files, report: Report, named: Runner | undefined): void {
  const runners = named === undefined ? runnersOf(project, files) : [named];
  if (runners.length === 0) {
    report.left.push('Neither Vitest nor Jest is installed here. Install one, and run this again.');
    return;
  }
  for (const runner of runners) {
    new (runner === 'Vitest' ? VitestSetup : JestSetup)(project, files, report).run();
  }
  setUpTypes(project, files, report, runners);
  if (!project.dependencies.includes('aws-sdk-stubber')) {
    report.done.push(
      'package.json does not name aws-sdk-stubber: npm install --save-dev aws-sdk-stubber',
    );
  }
}

/** Those with a config, or that package.json names; else what is installed. */
function runnersOf(project: Project, files: Files): Runner[] {
  const isConfigured = {
    Vitest: VitestSetup.isConfigured(project, files),
    Jest: JestSetup.isConfigured(project),
  };
  const all = Object.keys(isConfigured) as Runner[];
  const used = all.filter((each) => isConfigured[each] || project.uses(each.toLowerCase()));
  return used.length > 0 ? used : all.filter((each) => project.hasInstalled(each.toLowerCase()));
}

function told({ done, left }: Report, count: number, isDry: boolean): string {
  const lines = [...done];
  if (left.length > 0) lines.push('', 'Left to you:', '', ...left);
  if (isDry && count > 0) lines.push('', 'Nothing is written yet. Leave --dry-run out to do it.');
  else if (count === 0 && left.length === 0) lines.push('', 'Nothing to do.');
  return lines.join('\n').trim();
}
