/**
 * Lets the declarations of resources be read with `skipLibCheck: false` where a project has only some
 * of the SDK's clients, whose types are `any` then, or no `Symbol.asyncDispose` in its `lib`. The bundler
 * of declarations drops comments that say so, so they are put in once it is done.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');
const SDK_IMPORT = /^(?=(?:import|export) [^\n]* from ['"]@aws-sdk\/)/gm;
const ASYNC_DISPOSE = /^(?=\s+\[Symbol\.asyncDispose\])/gm;

for (const name of ['resource.d.ts', 'resource.d.cts']) {
  const file = join(dist, name);
  let declarations = readFileSync(file, 'utf8');
  for (const place of [SDK_IMPORT, ASYNC_DISPOSE]) {
    const marked = declarations.replace(place, '// @ts-ignore: where it is there\n');
    if (marked === declarations) throw new Error(`${name} has nothing like ${String(place)}.`);
    declarations = marked;
  }
  writeFileSync(file, declarations);
}
