// The last step of `npm run build`: what is packed has no blanks that nobody reads, and short names inside functions.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from '@swc/core';

const dist = join(import.meta.dirname, '../dist');

// Functions and classes keep their names, which stacks show; what stands at the top level of a file does too. Nothing is
// left out: what is never run tells Node and tools the names of exports.
const names = { toplevel: false, keep_fnames: true, keep_classnames: true };
// A default export is not seen any more in a smaller vite.cjs. Fixtures are small already: tsup.config.ts.
const code = readdirSync(dist).filter((file) => /^(?!vite\.|fixtures-).*\.c?js$/.test(file));
for (const file of code) {
  const options = { module: file.endsWith('.js'), compress: false, mangle: names };
  await edit(file, async (text) => (await minify(text, options)).code);
}

// Indentation is a tenth of a declaration; its comments are what an editor shows, and stay.
for (const file of readdirSync(dist, { recursive: true })) {
  if (/\.d\.c?ts$/.test(file)) await edit(file, (text) => text.replaceAll(/^ +/gm, ''));
}

async function edit(file, change) {
  const path = join(dist, file);
  writeFileSync(path, await change(readFileSync(path, 'utf8')));
}
