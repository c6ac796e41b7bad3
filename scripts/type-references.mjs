/**
 * A step of `npm run build`: what else TypeScript should see with an entry. The build of declarations drops such lines
 * from the sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../dist');

const REFERENCES = {
  // A list `types` in tsconfig.json hides what it does not name, Node's types with the rest. A test that names a setup
  // entry there runs under Node, and so does the code under test.
  '/// <reference types="node" />': [
    'vitest.d.ts',
    'jest.d.ts',
    'jest.d.cts',
    'jest-globals.d.ts',
    'jest-globals.d.cts',
  ],
  // Of `Symbol.dispose`, which the class Stubber has.
  '/// <reference lib="esnext.disposable" />': [
    'index.d.cts',
    'vitest.d.ts',
    'jest.d.cts',
    'jest-globals.d.cts',
  ],
  // The plugin names the setup file, so whoever has it in the config has the matchers.
  '/// <reference path="./vitest.d.ts" />': ['vite.d.ts', 'vite.d.cts'],
};

for (const [reference, files] of Object.entries(REFERENCES)) {
  for (const file of files) {
    const path = join(dist, file);
    writeFileSync(path, `${reference}\n${readFileSync(path, 'utf8')}`);
  }
}
