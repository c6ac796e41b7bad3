import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../documentation/blocks.js';
import { failingTest } from '../documentation/picture.js';

test('the picture of a failing test in README is what Vitest shows', async () => {
  await expect(await failingTest()).toMatchFileSnapshot(join(ROOT, 'docs/public/failing-test.svg'));
});
