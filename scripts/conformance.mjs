// `npm run conformance`: every operation and every modelled error of every client of the SDK, in both
// deliveries; docs/conformance.md says what came of it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explained, EXCEPTIONS } from './conformance/exceptions.mjs';
import { printReport, summaryOf, writeReport } from './conformance/report.mjs';

const HELP = `Usage: npm run conformance -- [options] [service …]

Sends a synthetic input to every operation of the SDK's clients, answers with a synthetic output, and
compares what the SDK hands back; the same for every modelled error; both answered directly and on the
wire. Exits with 1 on a failure that scripts/conformance/exceptions.mjs does not explain.

  service            such as client-ec2; all of scripts/client-packages.txt where none is named
  --folder <path>    where the clients are installed, and kept for the next run
  --offline          only clients that are in the folder already
  --at-once <n>      clients in one process (25)
  --details          every failure in full
  --help             this text`;

const root = join(import.meta.dirname, '..');
const options = readOptions();
const library = join(root, 'dist', 'index.js');
if (!existsSync(library)) end('Build the library first: npm run build');

const services = options.services.length > 0 ? options.services : allServices();
if (!options.offline) installClients([...services, 'signature-v4a'], options.folder);
const results = await runAll(services);
const summary = summaryOf(results, explained);
printReport(results, summary, options.details);
if (options.services.length === 0) {
  writeReport(join(root, 'docs', 'conformance.md'), results, summary, EXCEPTIONS);
  console.log('Written: docs/conformance.md');
}
process.exitCode = summary.unexplained.length > 0 || summary.broken.length > 0 ? 1 : 0;

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        folder: { type: 'string', default: join(tmpdir(), 'aws-sdk-stubber-conformance') },
        offline: { type: 'boolean', default: false },
        'at-once': { type: 'string', default: '25' },
        details: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const atOnce = Number(values['at-once']);
    if (!Number.isInteger(atOnce) || atOnce < 1) end('--at-once takes a whole number from 1 on.');
    return { ...values, atOnce, services: positionals.map(nameOf) };
  } catch (error) {
    return end(`${error.message}\n\n${HELP}`);
  }
}

function nameOf(service) {
  return service.replace(/^@aws-sdk\//, '').replace(/^(?!client-)/, 'client-');
}

function allServices() {
  return readFileSync(join(import.meta.dirname, 'client-packages.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(nameOf);
}

/** Installs what is not there yet; a few at a time, so that one that is not to be had stops no other. */
function installClients(all, folder) {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const missing = all.filter((name) => !isInstalled(folder, name));
  const size = 50;
  for (let i = 0; i < missing.length; i += size) {
    const batch = missing.slice(i, i + size);
    progress(`Installing clients ${i + 1} to ${i + batch.length} of ${missing.length}`);
    if (npmInstall(folder, batch)) continue;
    for (const name of batch) npmInstall(folder, [name]);
  }
}

function isInstalled(folder, name) {
  return existsSync(join(folder, 'node_modules', '@aws-sdk', name, 'package.json'));
}

function npmInstall(folder, names) {
  const packages = names.map((name) => `@aws-sdk/${name}`);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { status } = spawnSync('npm', [...args, ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Clients take much memory: a process has a few of them, and ends. */
async function runAll(all) {
  const batches = [];
  for (let i = 0; i < all.length; i += options.atOnce)
    batches.push(all.slice(i, i + options.atOnce));
  const done = [];
  const worker = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      done.push(...(await runBatch(batch)));
      progress(`${done.length} of ${all.length} clients`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return done.sort((a, b) => (a.service < b.service ? -1 : 1));
}

function runBatch(batch) {
  const script = join(import.meta.dirname, 'conformance', 'service.mjs');
  const child = spawn(process.execPath, [script, library, options.folder, ...batch], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const lines = printed.split('\n').filter((line) => line.startsWith('result '));
      const results = lines.map((line) => JSON.parse(line.slice('result '.length)));
      const seen = new Set(results.map(({ service }) => service));
      const lost = batch.filter((service) => !seen.has(service));
      resolve([
        ...results,
        ...lost.map((service) => ({ service, problem: `its process ended with code ${code}` })),
      ]);
    });
  });
}

function progress(text) {
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
}

function end(text) {
  console.error(text);
  process.exit(2);
}
