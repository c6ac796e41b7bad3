import { expect, test } from 'vitest';
import { initIn, manifest } from './project-folder.js';

const JEST = manifest({ jest: '*' });
const NAMED = "setupFiles: ['aws-sdk-stubber/vitest']";

test('projects of Vitest that take over the config around them need the entry there alone', async () => {
  const run = await initIn({
    'vitest.config.ts': `export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit' } },
      { extends: true, test: { name: 'slow' } },
    ],
  },
});
`,
  });
  expect(run.files['vitest.config.ts']).toBe(`export default defineConfig({
  test: {
    ${NAMED},
    projects: [
      { extends: true, test: { name: 'unit' } },
      { extends: true, test: { name: 'slow' } },
    ],
  },
});
`);
  expect((await run.again()).files).toEqual(run.files);
});

test('the others name it themselves, or in the config that they extend', async () => {
  const run = await initIn({
    'vitest.config.ts': `export default {
  test: {
    projects: [
      { test: { name: 'unit' } },
      { extends: true, test: { name: 'taken' } },
      { extends: './vite.shared.ts', test: { name: 'other' } },
      defineProject({ root: './browser' }),
    ],
  },
};
`,
    'vite.shared.ts': 'export default { test: { globals: true } };\n',
  });
  expect(run.files['vitest.config.ts']).toBe(`export default {
  test: {
    ${NAMED},
    projects: [
      { test: { ${NAMED}, name: 'unit' } },
      { extends: true, test: { name: 'taken' } },
      { extends: './vite.shared.ts', test: { name: 'other' } },
      defineProject({ test: { ${NAMED} }, root: './browser' }),
    ],
  },
};
`);
  expect(run.files['vite.shared.ts']).toBe(
    `export default { test: { ${NAMED}, globals: true } };\n`,
  );
  expect((await run.again()).files).toEqual(run.files);
});

test('folders and configs of Vitest’s projects are found by their globs', async () => {
  const config = 'export default { test: { globals: true } };\n';
  const run = await initIn({
    'vitest.config.ts':
      "export default { test: { projects: ['packages/*', '!packages/old', 'tools/*.config.js'] } };\n",
    'packages/one/package.json': '{}',
    'packages/one/vitest.config.ts': config,
    'packages/two/package.json': '{}',
    'packages/two/vite.config.mts': config,
    'packages/none/package.json': '{ "type": "module" }',
    'packages/old/vitest.config.ts': config,
    'packages/README.md': 'Packages.',
    'tools/slow.config.js': config,
  });
  const set = `export default { test: { ${NAMED}, globals: true } };\n`;
  expect(run.files).toMatchObject({
    'packages/one/vitest.config.ts': set,
    'packages/two/vite.config.mts': set,
    'packages/old/vitest.config.ts': config,
    'tools/slow.config.js': set,
  });
  expect(run.files['packages/none/vitest.config.mjs']).toContain(NAMED);
  expect(run.files['vitest.config.ts']).not.toContain('setupFiles');
  expect((await run.again()).files).toEqual(run.files);
});

test('a workspace file is read as projects are', async () => {
  const run = await initIn({
    'vitest.workspace.ts': `import { defineWorkspace } from 'vitest/config';
export default defineWorkspace(['packages/*', { extends: './vite.config.ts', test: { name: 'a' } }]);
`,
    'vite.config.ts': 'export default { test: { globals: true } };\n',
    'packages/one/vitest.config.ts': 'export default { test: {} };\n',
  });
  expect(run.files).toMatchObject({
    'vite.config.ts': `export default { test: { ${NAMED}, globals: true } };\n`,
    'packages/one/vitest.config.ts': `export default { test: { ${NAMED} } };\n`,
  });
});

test('each project of Jest names it, for Jest hands nothing down', async () => {
  const run = await initIn({
    'package.json': JEST,
    'jest.config.js': `module.exports = {
  projects: [
    '<rootDir>/packages/*',
    { displayName: 'lint', runner: 'jest-runner-eslint' },
    'tools/jest.slow.js',
  ],
};
`,
    'packages/a/jest.config.ts': 'export default {};\n',
    'packages/b/package.json': '{\n  "jest": {\n    "verbose": true\n  }\n}\n',
    'packages/c/package.json': '{}\n',
    'tools/jest.slow.js': 'module.exports = {};\n',
  });
  const list = "setupFilesAfterEnv: ['aws-sdk-stubber/jest']";
  expect(run.files).toMatchObject({
    'jest.config.js': `module.exports = {
  projects: [
    '<rootDir>/packages/*',
    { ${list}, displayName: 'lint', runner: 'jest-runner-eslint' },
    'tools/jest.slow.js',
  ],
};
`,
    'packages/a/jest.config.ts': `export default { ${list} };\n`,
    'packages/b/package.json':
      '{\n  "jest": {\n    "setupFilesAfterEnv": ["aws-sdk-stubber/jest"],\n    "verbose": true\n  }\n}\n',
    'packages/c/jest.config.js': `module.exports = {\n  ${list},\n};\n`,
    'tools/jest.slow.js': `module.exports = { ${list} };\n`,
  });
  expect((await run.again()).files).toEqual(run.files);
});

test('a base that several packages share keeps its own list, and stays as it is', async () => {
  const base = "module.exports = { setupFilesAfterEnv: ['./shared.js'] };\n";
  const run = await initIn({
    'package.json': JEST,
    'jest.config.js':
      "const base = require('./jest.base');\nmodule.exports = { ...base, verbose: true };\n",
    'jest.base.js': base,
  });
  expect(run.files).toMatchObject({
    'jest.base.js': base,
    'jest.config.js':
      "const base = require('./jest.base');\nmodule.exports = { ...base, setupFilesAfterEnv: ['aws-sdk-stubber/jest', ...base.setupFilesAfterEnv], verbose: true };\n",
  });
});
