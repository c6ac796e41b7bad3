/**
 * Lets the declarations of resources be read where a project has only some of the SDK's clients: the
 * types of a package that is not there become `any`, instead of an error with `skipLibCheck: false`.
 * The bundler of declarations drops such comments, so they are put in once it is done.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');
const SDK_IMPORT = /^(?=(?:import|export) [^\n]* from ['"]@aws-sdk\/)/gm;

for (const name of ['resource.d.ts', 'resource.d.cts']) {
  const file = join(dist, name);
  const declarations = readFileSync(file, 'utf8');
  const marked = declarations.replace(SDK_IMPORT, '// @ts-ignore: only where it is installed\n');
  if (marked === declarations) throw new Error(`${name} imports nothing of the SDK: is it right?`);
  writeFileSync(file, marked);
}
