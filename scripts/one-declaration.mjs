/**
 * After tsup: each declaration is there once. That of an ES module is its CommonJS twin's, as its code is (scripts/code.mjs).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../dist');

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
