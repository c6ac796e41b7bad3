// A late step of `npm run build`: what is packed has no blanks that nobody reads, and short names for what has no name of
// its own.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from '@swc/core';

const dist = join(import.meta.dirname, '../dist');

// A default export is not seen any more in a smaller vite.cjs. Fixtures and commands are small already: tsup.config.ts.
const code = readdirSync(dist).filter((file) => /^(?!vite\.|cli\.|fixtures-).*\.c?js$/.test(file));
for (const file of code) {
  await edit(file, async (text) => {
    // Functions and classes keep their names, which stacks show; also those that have them of their variables.
    const reserved = [...text.matchAll(/([\w$]+) ?= ?(?:class|function|async|\(|[\w$]+ ?=>)/g)];
    const mangle = {
      toplevel: true,
      keep_fnames: true,
      keep_classnames: true,
      reserved: reserved.map(([, name]) => name),
    };
    // Nothing is left out: what is never run tells Node and tools the names of exports.
    // With any other character V8 holds, and reads, all of a file in twice the room.
    const format = { asciiOnly: true };
    const options = { module: file.endsWith('.js'), compress: false, mangle, format };
    return inParentheses((await minify(text, options)).code);
  });
}

// Indentation is a tenth of a declaration; its comments are what an editor shows, and stay.
for (const file of readdirSync(dist, { recursive: true })) {
  if (/\.d\.c?ts$/.test(file)) await edit(file, (text) => text.replaceAll(/^ +/gm, ''));
}

/** V8 parses a function that is in parentheses at once, and another one twice: `rest.cjs` is one (code.mjs). */
function inParentheses(text) {
  return text.replace(/(?<=\bmodule\.exports=)(function\b.*);\s*$/s, '($1);');
}

async function edit(file, change) {
  const path = join(dist, file);
  writeFileSync(path, await change(readFileSync(path, 'utf8')));
}
