// Runs one suite of clients under every runner, Node and package manager of test/peers, with the packed library.
import { parseArgs } from 'node:util';
import { isGood } from './outcomes.mjs';
import { writePage } from './page.mjs';
import { PEERS } from './peers.mjs';
import { Workspace } from './workspace.mjs';

const HELP = `Usage: npm run compatibility -- [options] [folder …]

Runs the suite of test/peers/suite in every set-up there is, and writes docs/compatibility.md.

  folder       only these of test/peers (${[...new Set(PEERS.map(({ folder }) => folder))].join(', ')}); writes no page
  --quick      only the set-ups that CI runs, about three minutes; writes no page
  -h, --help   this text`;

const { values, positionals } = readArguments();
if (values.help) console.log(HELP);
else await run();

function readArguments() {
  try {
    const options = { quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
    const read = parseArgs({ options, allowPositionals: true });
    const unknown = read.positionals.find((name) => !PEERS.some(({ folder }) => folder === name));
    if (unknown !== undefined) throw new Error(`There is no folder ${unknown} in test/peers.`);
    return read;
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

async function run() {
  const begin = Date.now();
  const isWanted = ({ folder }) => positionals.length === 0 || positionals.includes(folder);
  const workspace = new Workspace();
  const rows = [];
  let green = 0;
  let red = 0;
  try {
    for (const peer of PEERS.filter(isWanted)) {
      try {
        workspace.install(peer);
      } catch (error) {
        red += 1;
        console.log(`RED ${peer.folder} cannot be installed: ${error.message}`);
        continue;
      }
      for (const major of values.quick ? Object.keys(peer.quick).map(Number) : peer.nodes) {
        const node = workspace.nodeOf(major);
        if (node === undefined) {
          console.log(
            `-   ${titleOf(workspace, peer)}: there is no Node ${major} for this machine`,
          );
          continue;
        }
        for (const cell of cellsOf(peer, major)) {
          const setUp = [titleOf(workspace, peer), String(major), cell.name];
          const { words, problems } = workspace.run(peer, cell, node);
          rows.push([...setUp, ...words]);
          if (isGood(words)) green += 1;
          else red += 1;
          console.log(`${isGood(words) ? 'ok ' : 'RED'} ${setUp[0]}, Node ${major}, ${cell.name}`);
          for (const each of problems) console.log(`    ${each.replaceAll('\n', '\n    ')}`);
        }
      }
    }
  } finally {
    workspace.close();
  }
  if (!values.quick && positionals.length === 0) await writePage(rows);
  const seconds = Math.round((Date.now() - begin) / 1000);
  // The last line, which programs read: a package manager that could not install is one that failed.
  console.log(`\nin ${seconds} s\n${green} passed, ${red} failed`);
  process.exitCode = red > 0 ? 1 : 0;
}

function titleOf(workspace, peer) {
  const name = peer.runner === 'vitest' ? 'Vitest' : 'Jest';
  return `${name} ${workspace.versionOf(peer)}${peer.layout === undefined ? '' : `, ${peer.layout}`}`;
}

function cellsOf({ cells, quick }, major) {
  return values.quick ? cells.filter(({ name }) => quick[major].includes(name)) : cells;
}
