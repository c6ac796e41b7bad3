/**
 * Finishes the declarations of resources, which tsup has built for ES modules.
 *
 * They must be readable with `skipLibCheck: false` where a project has only some of the SDK's clients,
 * whose types are `any` then, or no `Symbol.asyncDispose` in its `lib`; the bundler of declarations drops
 * comments that say so. And they import nothing of this package, so CommonJS gets a copy: to build them
 * twice would take as long as all else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');
const SDK_IMPORT = /^(?=(?:import|export) [^\n]* from ['"]@aws-sdk\/)/gm;
const ASYNC_DISPOSE = /^(?=\s+\[Symbol\.asyncDispose\])/gm;

let declarations = readFileSync(join(dist, 'resource.d.ts'), 'utf8');
if (/from ['"]\./.test(declarations)) throw new Error('resource.d.ts imports another file.');
for (const place of [SDK_IMPORT, ASYNC_DISPOSE]) {
  const marked = declarations.replace(place, '// @ts-ignore: where it is there\n');
  if (marked === declarations) throw new Error(`resource.d.ts has nothing like ${String(place)}.`);
  declarations = marked;
}
for (const name of ['resource.d.ts', 'resource.d.cts']) {
  writeFileSync(join(dist, name), declarations);
}
