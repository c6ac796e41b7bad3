/**
 * After tsup: each module is there once. An ES module that has a CommonJS twin requires it, and its declarations are the
 * twin's. So a project that reaches this package both ways has one copy of it, on disk and in memory.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const dist = join(import.meta.dirname, '../dist');

for (const file of readdirSync(dist)) {
  const twin = file.replace(/\.js$/, '.cjs');
  if (file === twin || !existsSync(join(dist, twin))) continue;
  writeFileSync(join(dist, file), requiring(twin, await exportsOf(file)));
}

// ES modules run in the order in which they are imported, and a build keeps no order between its files.
writeFileSync(join(dist, 'early.js'), requiring('early.cjs', []));
const setup = readFileSync(join(dist, 'vitest.js'), 'utf8');
writeFileSync(join(dist, 'vitest.js'), `import './early.js';\n${setup}`);

// Names stay, and what is never run, which tells Node and tools the names of exports.
for (const file of readdirSync(dist).filter((each) =>
  /^(chunk-.*|index|resource)\.cjs$/.test(each),
)) {
  const { code } = await transform(readFileSync(join(dist, file), 'utf8'), {
    minifyWhitespace: true,
  });
  writeFileSync(join(dist, file), code);
}

// vite.d.ts has a default export, and vitest.d.ts has what only ES modules may augment: both stay.
for (const name of ['index', 'resource']) {
  writeFileSync(join(dist, `${name}.d.ts`), `export * from './${name}.cjs';\n`);
}

// What several declarations share: two of them would be two types, where one has a private symbol.
const declarations = readdirSync(dist).filter((file) => /-[\w-]{8}\.d\.c?ts$/.test(file));
for (const file of declarations.filter((each) => each.endsWith('.d.ts'))) {
  const isTwin = (each) => each.endsWith('.d.cts') && each.slice(0, -15) === file.slice(0, -14);
  const twin = declarations.find(isTwin);
  const code = twin && reExporting(twin, file);
  if (code !== undefined) writeFileSync(join(dist, file), code);
}

/**
 * The twin's types, under the names that they have in this file: the builds shorten them each in its own way.
 *
 * @returns undefined where the twin does not have them all
 */
function reExporting(twin, file) {
  const theirs = namesIn(twin);
  const ours = Object.entries(namesIn(file));
  if (ours.some(([name]) => theirs[name] === undefined)) return undefined;
  const names = ours.map(([name, here]) => `${theirs[name]} as ${here}`);
  return `export { ${names.join(', ')} } from './${twin.replace('.d.cts', '.cjs')}';\n`;
}

/** By its name in the sources: what a declaration is exported as. */
function namesIn(file) {
  const [, list = ''] =
    /^export (?:type )?\{([^}]*)\};$/m.exec(readFileSync(join(dist, file), 'utf8')) ?? [];
  return Object.fromEntries(
    list.split(',').map((each) => {
      const [name, exported = name] = each
        .trim()
        .replace(/^type /, '')
        .split(' as ');
      return [name, exported];
    }),
  );
}

async function exportsOf(file) {
  const { metafile } = await build({
    entryPoints: [join(dist, file)],
    outdir: dist,
    write: false,
    metafile: true,
    format: 'esm',
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  return output.exports;
}

function requiring(twin, names) {
  const own = `createRequire(import.meta.url)('./${twin}')`;
  const named = names.filter((name) => name !== 'default');
  return [
    `import { createRequire } from 'node:module';`,
    ...(names.length === 0 ? [`${own};`] : [`const own = ${own};`]),
    ...(named.length === 0 ? [] : [`export const { ${named.join(', ')} } = own;`]),
    ...(names.includes('default') ? ['export default own.default;'] : []),
    '',
  ].join('\n');
}
