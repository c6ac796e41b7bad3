import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { servicePackage } from '../../src/model/index.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the names of a package are gone through once, however often its client is asked for', () => {
  const at = join(folder, 'node_modules/@aws-sdk/client-named');
  mkdirSync(at, { recursive: true });
  writeFileSync(
    join(at, 'index.js'),
    `let looks = 0;
    class NamedClient {}
    class LooksCommand { static count = () => looks; }
    module.exports = new Proxy({ NamedClient, LooksCommand }, {
      ownKeys: (names) => (looks++, Reflect.ownKeys(names)),
    });`,
  );

  const clients = [1, 2, 3].map(() => servicePackage(['@aws-sdk/client-named'], [folder])?.client);

  const looks = servicePackage(['@aws-sdk/client-named'], [folder])?.command('Looks') as unknown;
  expect(new Set(clients.map((client) => client?.name))).toEqual(new Set(['NamedClient']));
  expect((looks as { count(): number }).count()).toBe(1);
});
