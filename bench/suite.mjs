import { machine } from './machine.mjs';
import { HELP, parseOptions } from './suite/options.mjs';
import { SuiteProject } from './suite/project.mjs';
import { figuresOf, ratiosOf, tableOf } from './suite/report.mjs';
import { SIDES } from './suite/sides.mjs';
import { SUITES } from './suite/suites.mjs';
import { UsageError } from './usage-error.mjs';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await run(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run({ files, runs, runners, suites, json }) {
  const begin = Date.now();
  console.log(`${machine(false)}\n`);
  const project = new SuiteProject();
  const result = {};
  for (const runner of runners) {
    for (const suite of suites) {
      const sides = SIDES.filter((side) => side.runners.includes(runner));
      const records = [];
      for (const { name, ...side } of sides) project.write(name, side, runner, suite, files);
      // The first run of each fills caches, as the first run of a suite does at its users'.
      for (let round = 0; round <= runs; round++) {
        for (const { name } of sides) {
          console.error(
            `${runner}, ${suite}, ${name}: ${round === 0 ? 'warming up' : `run ${round} of ${runs}`} …`,
          );
          const measured = await project.run(name, runner);
          if (round > 0) records.push({ side: name, ...measured });
        }
      }
      const figures = figuresOf(records);
      const title = `${runner}: ${files} files, ${SUITES[suite].about}`;
      console.log(`${tableOf(title, figures)}\n`);
      (result[runner] ??= {})[suite] = ratiosOf(figures);
    }
  }
  console.error(`took ${Math.round((Date.now() - begin) / 1000)} s`);
  if (json) console.log(JSON.stringify(result));
}
