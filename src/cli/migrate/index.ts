import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, type Command } from '../command.js';
import { ownVersion } from '../own-version.js';
import { diffOf } from './diff.js';
import { findFiles } from './find-files.js';
import { migrateProject } from './project.js';
import { summaryOf } from './summary.js';

const help = `Usage: npx aws-sdk-stubber migrate [options] [paths...]

Moves suites of aws-sdk-client-mock and its kin to this package. Without --write
nothing is changed: it shows what would be, as a diff.

Paths are files, folders, or globs in quotes; none means the folder you are in.
node_modules, dist, coverage and what .gitignore names are left out.

Options:
      --idiomatic  then make stub(X) of mockClient(X), and our matchers of
                   theirs, where that means the same
      --write      write the changes
  -h, --help       this text

Exit codes:
  0  done, or nothing to do
  1  a place is left to you, or a file could not be read: each is listed
  2  wrong arguments: nothing was done

Examples:
  npx aws-sdk-stubber migrate
  npx aws-sdk-stubber migrate --write
  npx aws-sdk-stubber migrate --idiomatic --write
  npx aws-sdk-stubber migrate --write src 'test/**/*.test.ts'`;

/** `npx aws-sdk-stubber migrate`. */
export const migrate: Command = {
  help,
  run: (args, terminal) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        idiomatic: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    });
    const { folder, columns, colours } = terminal;
    const files = findFiles(folder, positionals);
    const reports = migrateProject(folder, files, `^${ownVersion()}`, values);
    for (const report of reports) {
      if (report.before === report.after) continue;
      if (values.write) writeFileSync(join(folder, report.path), report.after);
      else terminal.print(diffOf(report, colours));
    }
    terminal.print(summaryOf(folder, reports, { write: values.write, columns }));
    const isDone = reports.every(({ left, failure }) => left.length === 0 && failure === undefined);
    return Promise.resolve(isDone ? EXIT.done : EXIT.leftOver);
  },
};
