/**
 * Finishes the declarations of resources, after tsup, which leaves the types of resources
 * (src/resources/types) out of what it bundles.
 *
 * They are a file for each service, dist/resource-types/ec2.d.cts, because the types of fixtures need those of
 * two services, and should not make anybody's TypeScript read the SDK's types of the other seven. CommonJS,
 * which both kinds of module may import.
 *
 * They must be readable with `skipLibCheck: false` where a project has only some of the SDK's clients,
 * whose types are `any` then, or no `Symbol.asyncDispose` in its `lib`; a bundler of declarations would drop
 * comments that say so. And resource.d.ts imports nothing else of this package, so CommonJS gets a copy: to
 * build it twice would take as long as all else.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = join(root, 'src/resources/types');
const dist = join(root, 'dist');
const types = join(dist, 'resource-types');
const IGNORED = '// @ts-ignore: where it is there\n';
const SDK_IMPORT = /^(?=(?:import|export) [^\n]* from '@aws-sdk\/)/gm;
const ASYNC_DISPOSE = /^(?=\s+\[Symbol\.asyncDispose\])/gm;
const OWN_IMPORT = /(['"])\.\/([\w-]+)\.js\1/g;
const TYPES_IMPORT = /(['"])\.\/(?:resources\/)?types\/([\w-]+)\.js\1/g;

mkdirSync(types, { recursive: true });
for (const file of readdirSync(sources)) {
  const text = readFileSync(join(sources, file), 'utf8')
    // What TypeScript is told to ignore is one line.
    .replaceAll(/^import type \{[^}]*\}/gm, (names) => names.replaceAll(/\s+/g, ' '))
    .replace(SDK_IMPORT, IGNORED)
    .replace(ASYNC_DISPOSE, IGNORED)
    .replace(OWN_IMPORT, "'./$2.cjs'");
  // Without an export of this form, all that is declared would be exported.
  writeFileSync(join(types, file.replace(/\.ts$/, '.d.cts')), `${text}export {};\n`);
}

for (const file of ['index.d.ts', 'index.d.cts', 'resource.d.ts']) {
  const text = readFileSync(join(dist, file), 'utf8');
  const linked = text.replace(TYPES_IMPORT, "'./resource-types/$2.cjs'");
  if (linked === text) throw new Error(`${file} imports no types of resources.`);
  writeFileSync(join(dist, file), linked);
}
for (const file of readdirSync(dist).filter((name) => /\.d\.c?ts$/.test(name))) {
  if (TYPES_IMPORT.test(readFileSync(join(dist, file), 'utf8'))) {
    throw new Error(`${file} imports types of resources from where they are not.`);
  }
}
copyFileSync(join(dist, 'resource.d.ts'), join(dist, 'resource.d.cts'));
