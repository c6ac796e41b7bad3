import { machine } from './machine.mjs';
import { HELP, parseOptions } from './options.mjs';
import { sections } from './sections/index.mjs';
import { isOver, table } from './table.mjs';
import { UsageError } from './usage-error.mjs';
import { Workspace } from './workspace.mjs';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await run(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run({ only, quick, json }) {
  const begin = Date.now();
  const workspace = new Workspace();
  console.log(`${machine(quick)}\n`);
  const ratios = {};
  const rows = [];
  for (const name of only) {
    console.error(`measuring ${name} …`);
    const { title, measure, ratiosOf } = sections[name];
    const measured = await measure(workspace, quick);
    rows.push(...measured);
    ratios[name] = ratiosOf(measured);
    console.log(`${table(`${name}: ${title}`, measured)}\n`);
  }
  console.error(`took ${Math.round((Date.now() - begin) / 1000)} s`);
  console.log(summary(rows.filter(isOver)));
  if (json) console.log(JSON.stringify(ratios, rounded));
}

function summary(over) {
  if (over.length === 0) return 'No figure is over its target.';
  return `Over target: ${over.map(({ name }) => name).join('; ')}.`;
}

/** More digits than these say nothing. */
function rounded(_name, value) {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}
