/**
 * After tsup: each module is there once. An ES module that has a CommonJS twin requires it, and its declarations are the
 * twin's. So a project that reaches this package both ways has one copy of it, on disk and in memory.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const dist = join(import.meta.dirname, '../dist');

for (const file of readdirSync(dist)) {
  const twin = file.replace(/\.js$/, '.cjs');
  if (file === twin || !existsSync(join(dist, twin))) continue;
  writeFileSync(join(dist, file), requiring(twin, await exportsOf(file)));
}

// vite.d.ts has a default export, and vitest.d.ts has what only ES modules may augment: both stay.
for (const name of ['index', 'resource']) {
  writeFileSync(join(dist, `${name}.d.ts`), `export * from './${name}.cjs';\n`);
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
