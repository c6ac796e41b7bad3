/**
 * After tsup: each module is there once. An ES module that has a CommonJS twin requires it, and its declarations are the
 * twin's. So a project that reaches this package both ways has one copy of it, on disk and in memory.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

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

// vite.d.ts has a default export, and vitest.d.ts has what only ES modules may augment: both stay.
for (const name of ['index', 'resource', 'client-mock', 'client-mock-jest']) {
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
  const ours = Object.entries(namesIn(file));
  exportToo(
    twin,
    ours.map(([name]) => name),
  );
  const theirs = namesIn(twin);
  if (ours.some(([name]) => theirs[name] === undefined)) return undefined;
  const names = ours.map(([name, here]) => `${theirs[name]} as ${here}`);
  return `export { ${names.join(', ')} } from './${twin.replace('.d.cts', '.cjs')}';\n`;
}

/** A type that only one of the builds exports is in the other's file all the same. */
function exportToo(file, names) {
  const text = readFileSync(join(dist, file), 'utf8');
  const exported = namesIn(file);
  const missing = names.filter(
    (name) =>
      exported[name] === undefined && new RegExp(`^(interface|type) ${name}\\b`, 'm').test(text),
  );
  if (missing.length === 0) return;
  writeFileSync(join(dist, file), `${text}export type { ${missing.join(', ')} };\n`);
}

/** By its name in the sources: what a declaration is exported as. */
function namesIn(file) {
  const text = readFileSync(join(dist, file), 'utf8');
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\};$/gm)].map(([, list]) => list);
  return Object.fromEntries(
    lists
      .flatMap((list) => list.split(','))
      .map((each) => {
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
