/**
 * A step of `npm run build`: the JavaScript of dist, but for what is a file by itself (tsup.config.ts). Each file of the
 * sources goes to one of:
 *
 * - `core.cjs`: what every test file runs, also one that stubs nothing. CORE names it. What the index and the Vitest entry need
 *   besides is in it as a function each: a file more is a third of a millisecond in each test file;
 * - `jest-setup.cjs`, `thread.cjs`: what one entry needs besides, at once;
 * - `client-mock-parts.cjs` and the entries of `client-mock`, for those who import them;
 * - `rest.cjs`: everything else, loaded when something of it is used first.
 *
 * It is all CommonJS: each module is there once, on disk and in memory, however a project reaches it.
 */
import { build, transform } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
/** Where messages lead to: src/errors.ts. */
const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Of the sources, without `.ts`. */
const CORE = new Set([
  'src/async-context',
  'src/errors',
  'src/setup-advice',
  // It takes what it needs of Node as it is loaded: tests replace that.
  'src/calls/breath',
  'src/calls/dummy-keys',
  'src/calls/environment',
  'src/calls/need-setup',
  'src/calls/request-ids',
  'src/calls/scope',
  'src/calls/target-symbol',
  'src/intercept/awslambda',
  'src/intercept/clients',
  'src/intercept/connections',
  'src/intercept/copies',
  'src/intercept/datagrams',
  'src/intercept/environment',
  'src/intercept/index',
  'src/intercept/leases',
  'src/intercept/log-ins',
  'src/intercept/look-ups',
  'src/intercept/machine',
  'src/intercept/network',
  'src/intercept/proxies',
  'src/intercept/threads',
  'src/intercept/uses',
  'src/intercept/wrap',
  'src/loading/cache-folder',
  'src/loading/node-code-home',
  'src/replies/faults',
  'src/runners/after-end',
  'src/runners/attempts',
  'src/runners/test-file',
  'src/runners/verdict',
  'src/stubs/params',
  'src/stubs/played-hosts',
  'src/stubs/settings',
  'src/stubs/stubber',
  'matchers/index',
]);

/** What belongs to an entry alone. */
const OWN = {
  index:
    /^src\/(index|install)$|^src\/fixtures\/(define|matches-pattern|use|test-extend)$|^src\/stubs\/(stubbing|other-words)$/,
  'vitest-setup': /^src\/runners\/vitest-/,
  'jest-setup': /^src\/runners\/jest-/,
  thread: /^src\/thread$/,
  'client-mock': /^src\/client-mock\/index$/,
  'client-mock-jest': /^src\/client-mock\/jest$/,
  'client-mock-vitest-setup': /^src\/client-mock\/vitest$/,
  'client-mock-parts': /^src\/client-mock\//,
};

const ENTRIES = {
  index: 'src/index.ts',
  'vitest-setup': 'src/runners/vitest-hooks.ts',
  'jest-setup': 'src/runners/jest-hooks.ts',
  thread: 'src/thread.ts',
  'client-mock': 'src/client-mock/index.ts',
  'client-mock-jest': 'src/client-mock/jest.ts',
  'client-mock-vitest-setup': 'src/client-mock/vitest.ts',
};

/** What others use of each is found under this. */
const OWNERS = { core: 'ownCore', rest: 'ownCore.rest()', 'client-mock-parts': 'ownMock' };

/** What the Vitest entries, ES modules that Vite may transform, give to their CommonJS. */
const GIVEN = { vitest: 'vitest', 'src/runners/vitest-suite': 'suite' };

/** What others use of a file: `currentScope src/calls/scope`. */
const wanted = Object.fromEntries(Object.keys(OWNERS).map((home) => [home, new Set()]));

/** In a fixed order. */
const modules = [...CORE];

async function bundles() {
  const made = {};
  for (const [home, entry] of Object.entries(ENTRIES)) {
    made[home] = await bundle(home, `export * from './${entry}';`);
  }
  for (const home of Object.keys(OWNERS)) made[home] = await bundle(home, exporting(home));
  return made;
}

/** Whether Jest lets a module be required: a test file runs. */
const IS_OPEN = `ownCore.${ofCore('hasRunner')}() && !ownCore.${ofCore('isFileOver')}()`;

// Until all are known that are referred to: those may refer to others.
let known = -1;
let code;
while (known !== (known = wantedSize()) || code === undefined) {
  code = await bundles();
}

/** For the code of a file: what it finds the others' modules by. */
const WITH_CORE = `const ownCore = require('./core.cjs');\n`;

await write(
  'core.cjs',
  `let ownCore;
  ${code.core}
  ${restOf(code.rest)}
  ${taking('ownCore.vitestSetup', 'given', code['vitest-setup'])}
  {
    let index;
    ${taking('const makeIndex', '', code.index)}
    ownCore.index = () => (index ??= makeIndex());
  }`,
);
await write('rest.cjs', taking('module.exports', 'ownCore, require', code.rest));
await write('thread.cjs', WITH_CORE + code.thread);
await write('jest-setup.cjs', WITH_CORE + code['jest-setup']);

const WITH_MOCK = `${WITH_CORE}const ownMock = require('./client-mock-parts.cjs');\n`;
await write('client-mock-parts.cjs', WITH_CORE + code['client-mock-parts']);
await write('client-mock.cjs', WITH_MOCK + code['client-mock']);
await write('client-mock-jest.cjs', WITH_MOCK + code['client-mock-jest']);
await write(
  'client-mock-vitest-setup.cjs',
  WITH_MOCK + taking('module.exports', 'given', code['client-mock-vitest-setup']),
);
writeFileSync(join(dist, 'vitest.js'), await vitestEntry());
// By Node's own loader, outside of Jest's sandbox, which it outlives; inside, Jest stands for `node:module` however it is asked.
const requireOfNode = `require('node:vm').runInThisContext("process.getBuiltinModule('node:module').createRequire")`;
for (const runner of ['jest', 'jest-globals']) {
  const early = `if (typeof jest === 'object') (${requireOfNode})(__filename)('./jest-early.cjs');`;
  const install = `const { install } = require('./jest-setup.cjs');`;
  await write(`${runner}.cjs`, `${early}\n${install}\nexports.install = install;\ninstall();`);
}
for (const runner of ['jest', 'jest-globals']) writeTwin(runner, ['install']);
writeTwin('client-mock-jest', []);
const names = Object.keys(loaded('core').index());
writeFileSync(
  join(dist, 'index.cjs'),
  // What is never run tells Node and tools the names of the exports.
  `module.exports = require('./core.cjs').index();\n0 && (module.exports = { ${names.join(', ')} });\n`,
);
writeTwin('index', names, `('./core.cjs').index()`);
writeTwin('vite', Object.keys(loaded('vite')));
// Build tools follow this one: programs use resources, and may be bundled.
writeFileSync(
  join(dist, 'resource.js'),
  `import own from './resource.cjs';\nexport const { ${Object.keys(loaded('resource')).join(', ')} } = own;\n`,
);
if (hasLoaded('rest')) {
  throw new Error(
    'The index loads rest.cjs at once: something of it belongs to CORE, or is to be used later.',
  );
}
writeTwin('client-mock', Object.keys(loaded('client-mock')));
const expectOfNobody = { extend: () => undefined };
const matchersOfMock = loaded('client-mock-vitest-setup')({ vitest: { expect: expectOfNobody } });
writeFileSync(
  join(dist, 'client-mock-vitest.js'),
  `import { createRequire } from 'node:module';
import * as vitest from 'vitest';
const own = createRequire(import.meta.url)('./client-mock-vitest-setup.cjs')({ vitest });
export const { ${Object.keys(matchersOfMock).join(', ')} } = own;
`,
);

/**
 * The code of a file, with others' modules left to be found by name.
 *
 * @param home - which file
 * @param contents - what imports its modules
 */
async function bundle(home, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    // What src/fixtures/load-service.ts looks from; `createRequire` takes either.
    define: { 'import.meta.url': '__filename', HOMEPAGE: JSON.stringify(homepage) },
    plugins: [{ name: 'homes', setup: (builder) => others(builder, home) }],
  });
  return plainBuiltins(found(outputFiles[0].text, home));
}

/** Leaves the modules of other files out. */
function others(builder, home) {
  builder.onResolve({ filter: /^[./]/ }, ({ path, resolveDir, importer }) => {
    const file = resolve(resolveDir, path).replace(/\.js$/, '.ts');
    const name = relative(root, file).replaceAll('\\', '/').replace(/\.ts$/, '');
    const there = homeOf(name);
    if (name in GIVEN) return { path: `given:${name}`, external: true, sideEffects: false };
    // A folder's door is nobody's: what it names is found where it is.
    // An entry does something by itself, which package.json says of the files in dist alone.
    if (importer === '<stdin>') return { path: file, sideEffects: true };
    const isDoor =
      basename(file) === 'index.ts' && (there === 'rest' || there === 'client-mock-parts');
    if (there === home || isDoor) return undefined;
    return { path: `${there}:${name}`, external: true, sideEffects: false };
  });
  builder.onResolve({ filter: /^vitest$/ }, () => ({ path: 'given:vitest', external: true }));
}

function homeOf(name) {
  if (CORE.has(name)) return 'core';
  return Object.keys(OWN).find((home) => OWN[home].test(name)) ?? 'rest';
}

function exporting(there) {
  return [...wanted[there]]
    .sort()
    .map((each) => each.split(' '))
    .map(
      ([member, module]) =>
        `export { ${member} as ${nameIn(member, module)} } from './${module}.ts';`,
    )
    .join('\n');
}

/** Names what a file uses of others: `import_scope.currentScope` is a member of core, or of the rest once it is loaded. */
function found(text, home) {
  const imported = new Map();
  const code = text.replaceAll(
    /^var (\w+) = (?:__toESM\()?require\("(?!node:)([\w-]+):([^"]+)"\)(?:(?:, 1)?\))?;\n/gm,
    (_, variable, there, name) => {
      if (there !== 'given' && wanted[there] === undefined) {
        throw new Error(`${home} uses ${name}, which is ${there}'s alone.`);
      }
      imported.set(variable, { there, name });
      return there === 'given' ? `var ${variable} = given.${GIVEN[name]};\n` : '';
    },
  );
  const [missed] = /require\("(?!node:)[\w-]+:[^"]+"\)/.exec(code) ?? [];
  if (missed !== undefined) throw new Error(`${home} has a ${missed} that nothing stands for.`);
  const ofOthers = [...imported].filter(([, { there }]) => there !== 'given').map(([name]) => name);
  if (ofOthers.length === 0) return code;
  const ofCore = new Set();
  const linked = code.replaceAll(
    new RegExp(`(\\bnew )?(\\(0, )?\\b(${ofOthers.join('|')})\\.(\\w+)(\\))?`, 'g'),
    (_, made, called, variable, member, end = '') => {
      const { there, name } = imported.get(variable);
      wanted[there].add(`${member} ${name}`);
      const own = nameIn(member, name);
      if (there === 'core') ofCore.add(own);
      const exported = there === 'core' ? `core$${own}` : `${OWNERS[there]}.${own}`;
      // Else it would be the call that is made an instance.
      if (made !== undefined) return `new (${exported})${end}`;
      return called === undefined ? exported + end : exported;
    },
  );
  if (ofCore.size === 0) return linked;
  // Once, and not at each use: exports are getters, which every call of a test would ask some thirty times. Core is
  // whole before others are loaded, and exports nothing that is assigned again.
  const names = [...ofCore].sort().map((own) => `${own}: core$${own}`);
  return `const { ${names.join(', ')} } = ownCore;\n${linked}`;
}

/** The name under which core or the rest exports something for the other files: several modules have the same. */
function nameIn(member, module) {
  if (!modules.includes(module)) modules.push(module);
  return `${member}_${modules.indexOf(module).toString(36)}`;
}

/** esbuild copies a module of Node's, all its getters with it, for a default import or all of it. */
function plainBuiltins(text) {
  const names = [];
  const code = text.replaceAll(
    /^var (\w+) = __toESM\((require\("node:[^"]+"\))(?:, 1)?\);$/gm,
    (_, variable, required) => {
      names.push(variable);
      return `var ${variable} = ${required};`;
    },
  );
  if (names.length === 0) return code;
  return code.replaceAll(new RegExp(`\\b(${names.join('|')})\\.default\\b`, 'g'), '$1');
}

/**
 * Rest is a function that gets core: so it belongs to the core that loads it, also where Jest has forgotten all modules
 * meanwhile (`jest.resetModules`). What it needs of Node it has as core found it: tests mock that. Once a file is over Jest
 * lets its modules require nothing more, so then it is loaded without Jest. Not before: V8 holds what was compiled from a
 * text, and all of a sandbox with it, through some collections of all garbage.
 */
function restOf(rest) {
  const builtins = [...new Set(rest.match(/"node:[^"]+"/g))].sort();
  return `{
    ownCore = module.exports;
    const builtins = new Map();
    const builtin = (name) => {
      if (!builtins.has(name)) builtins.set(name, require(name));
      return builtins.get(name);
    };
    if (typeof jest === 'object') [${builtins}].forEach(builtin);
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const load = () => {
      if (typeof jest !== 'object' || (${IS_OPEN})) return require('./rest.cjs');
      const module = {};
      const path = __dirname + '/rest.cjs';
      try {
        const code = readFileSync(path, 'utf8') + '\\n//# sourceURL=' + path;
        new Function('module', '__filename', code)(module, path);
      } catch (error) {
        // An environment may make no code of texts.
        if (error.name !== 'EvalError') throw error;
        return require('./rest.cjs');
      }
      return module.exports;
    };
    let rest;
    // As plain values: its exports are getters, which calls of a test would ask again and again.
    ownCore.rest = () => (rest ??= { ...load()(ownCore, builtin) });
  }`;
}

/** The name under which core exports something of src/calls/scope. */
function ofCore(member) {
  const module = 'src/calls/scope';
  wanted.core.add(`${member} ${module}`);
  return nameIn(member, module);
}

/** Code as a function that gives what it exports, put somewhere. */
function taking(place, parameters, text) {
  return `${place} = function (${parameters}) {\nconst module = {};\n${text}\nreturn module.exports;\n};\n`;
}

/**
 * The one ES module: Vitest itself is nothing else. Vite transforms this and gives it to each test file, and asks Node for
 * each module that it imports. So it is small, and has Node's others from `require`.
 */
async function vitestEntry() {
  const loading = await bundled({ entryPoints: ['src/loading/early.ts'] }, 'cjs');
  const contents = `
    import { createRequire } from 'node:module';
    import * as vitest from 'vitest';
    import * as suite from './src/runners/vitest-suite.ts';
    const require = createRequire(import.meta.url);
    (function () {
      ${plainBuiltins(loading)}
    })();
    export const { install } = require('./core.cjs').vitestSetup({ vitest, suite });
    install();`;
  return bundled({ stdin: { contents, resolveDir: root, loader: 'ts' } }, 'esm');
}

async function bundled(entry, format) {
  const { outputFiles } = await build({
    ...entry,
    absWorkingDir: root,
    bundle: true,
    write: false,
    format,
    platform: 'node',
    target: 'node20',
    define: { HOMEPAGE: JSON.stringify(homepage) },
    external: ['vitest', './core.cjs', './vitest-before-41.js'],
  });
  return outputFiles[0].text;
}

/** Names stay: what a test prints and a stack shows is read by people. */
async function write(file, text) {
  const { code } = await transform(text, {
    minifyWhitespace: true,
    minifySyntax: true,
    target: 'node20',
    treeShaking: true,
  });
  writeFileSync(join(dist, file), code);
}

/** An ES module that exports what its CommonJS twin does; from that, unless it is said where else it is. */
function writeTwin(name, names, required = `('./${name}.cjs')`) {
  const named = names.filter((each) => each !== 'default');
  writeFileSync(
    join(dist, `${name}.js`),
    `import { createRequire } from 'node:module';\n` +
      `const own = createRequire(import.meta.url)${required};\n` +
      `export const { ${named.join(', ')} } = own;\n` +
      (names.includes('default') ? 'export default own.default;\n' : ''),
  );
}

/** What a file of dist exports. */
function loaded(name) {
  return createRequire(import.meta.url)(join(dist, `${name}.cjs`));
}

function hasLoaded(name) {
  return Object.keys(createRequire(import.meta.url).cache).includes(join(dist, `${name}.cjs`));
}

function wantedSize() {
  return Object.values(wanted).reduce((sum, { size }) => sum + size, 0);
}
