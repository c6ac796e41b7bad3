import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The package as npm packs it: the tarball, and the folder that it was unpacked to, without declarations. */
    packed: { tarball: string; folder: string };
  }
}

/** Packs the built package once for all tests that use it from outside, as a user's project would. */
export default function pack(project: TestProject): () => void {
  const root = join(import.meta.dirname, '../..');
  if (!existsSync(join(root, 'dist/index.cjs'))) {
    execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' });
  }
  const place = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', place], {
    cwd: root,
    stdio: 'ignore',
  });
  const name = readdirSync(place).find((each) => each.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack left no tarball in ${place}`);
  const folder = join(place, 'package');
  mkdirSync(folder);
  // Four hundred declarations, which no runner reads, and each project has a copy.
  execFileSync('tar', ['-xzf', join(place, name), '-C', place, '--exclude=*.d.*ts']);
  project.provide('packed', { tarball: join(place, name), folder });
  return () => {
    rmSync(place, { recursive: true, force: true });
  };
}
