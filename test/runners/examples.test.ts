import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project, runJest, runVitest } from './project.js';

const ROOT = join(import.meta.dirname, '../..');
const EXAMPLES = join(ROOT, 'examples');
const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const names = readdirSync(EXAMPLES).filter((name) => statSync(join(EXAMPLES, name)).isDirectory());

function filesOf(name: string): Record<string, string> {
  const folder = join(EXAMPLES, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter(
    (path) => !path.includes('node_modules') && statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

test.each(names)('the starter %s is green, and compiles', async (name) => {
  const files = filesOf(name);
  const folder = project(files);
  // Projects of tests have the package without its declarations.
  cpSync(join(ROOT, 'dist'), join(folder, 'node_modules/aws-sdk-stubber/dist'), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || /\.d\.c?ts$/.test(path),
  });

  const run = 'vitest.config.ts' in files ? await runVitest(folder) : await runJest(folder);
  expect(run.fileFailures).toEqual([]);
  expect(Object.values(run.tests).map(({ messages }) => messages)).toEqual(
    Object.keys(run.tests).map(() => []),
  );
  expect(Object.keys(run.tests).length).toBeGreaterThan(1);
  if ('tsconfig.json' in files) {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--noEmit'], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  }
});

test.each(names)('the starter %s has the versions that it was tried with', (name) => {
  const { dependencies, devDependencies } = JSON.parse(filesOf(name)['package.json'] ?? '') as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const { 'aws-sdk-stubber': ours, ...others } = { ...dependencies, ...devDependencies };
  expect(ours).toMatch(/^\^\d/);
  for (const [dependency, version] of Object.entries(others))
    expect([dependency, version]).toEqual([dependency, root.devDependencies[dependency]]);
});
