import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SUITE = join(import.meta.dirname, '../../test/peers/suite');

/** The tests that a stub answers. */
export const STUBBED = [
  'EC2Client',
  'aggregated EC2',
  'built at import',
  'document client',
  'SDK 3.840',
  'SDK 3.600',
  'in a dependency',
  'STS in credentials',
  'after resetModules',
  'in isolateModules',
  'concurrent',
  'lasting fixture',
  'mockClient',
  'worker thread',
];
/** Those that must fail at their end, though their code catches the error: nothing gets by in silence. */
export const FAILING = ['unstubbed', 'connection', 'look-up', 'late call'];
/** Of how the SDK is loaded, where there is a way to load it faster. */
export const LOADED = 'fast imports';
/** What fails the file, by what it says: the suite's `afterAll`. */
export const OF_THE_FILE = { 'end of file': 'No stub answers SQS ListQueues' };
export const TESTS = [...STUBBED, ...FAILING, ...Object.keys(OF_THE_FILE), LOADED];

/** Writes the suite in a folder of its own, in the form that the cell's runner takes. */
export function writeSuite(
  place,
  { runner },
  { config, isEsm = runner === 'vitest', isImporting },
) {
  mkdirSync(place, { recursive: true });
  const write = (name, source) => {
    writeFileSync(join(place, name), isEsm ? source : toCommonJs(source));
  };
  writeFileSync(
    join(place, 'package.json'),
    JSON.stringify({ type: isEsm ? 'module' : 'commonjs' }),
  );
  write('clients.js', read('clients.js'));
  write('modules.js', read(`modules.${runner}.js`));
  write('client-mock-matchers.js', read(`client-mock-matchers.${runner}.js`));
  const functions = isImporting
    ? `import { afterAll, afterEach, expect, test } from '@jest/globals';\n`
    : '';
  for (const name of ['clients.test.js', 'client-mock.test.js'])
    write(name, functions + read(name));
  const imported = runner === 'vitest' ? `import awsSdkStubber from 'aws-sdk-stubber/vite';\n` : '';
  const written = join(place, `${runner}.config.js`);
  writeFileSync(
    written,
    isEsm ? `${imported}export default { ${config} };` : `module.exports = { ${config} };`,
  );
  return written;
}

function read(name) {
  return readFileSync(join(SUITE, name), 'utf8');
}

/** A module of the suite as CommonJS. */
function toCommonJs(source) {
  return source
    .replaceAll(/^import \* as (\w+) from ('[^']+');/gm, 'const $1 = require($2);')
    .replaceAll(
      /^import (\{[^}]+\}) from ('[^']+');/gm,
      (_, names, from) => `const ${names.replaceAll(' as ', ': ')} = require(${from});`,
    )
    .replaceAll(/^import ('[^']+');/gm, 'require($1);')
    .replaceAll('await import(', 'require(')
    .replaceAll(/^export const (\w+)/gm, 'exports.$1');
}
