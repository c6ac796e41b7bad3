import { expect, test } from 'vitest';
import { initIn, manifest } from './project-folder.js';

const VITEST = 'vitest.config.ts';
const JEST = { 'package.json': manifest({ jest: '*' }) };

/** Before, and after; `init` again changes nothing. */
const vitest: Record<string, [string, string]> = {
  'an object': [
    `export default { test: { globals: true } };\n`,
    `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'], globals: true } };\n`,
  ],
  'defineConfig, on lines': [
    `import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // All of it is quick.
    globals: true,
  },
});
`,
    `import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["aws-sdk-stubber/vitest"],
    // All of it is quick.
    globals: true,
  },
});
`,
  ],
  'a list, before what is there': [
    `import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { setupFiles: ['./setup.ts'] } });
`,
    `import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { setupFiles: ['aws-sdk-stubber/vitest', './setup.ts'] } });
`,
  ],
  'a list on lines': [
    `export default {
  test: {
    setupFiles: [
      './one.ts', // first
      './two.ts',
    ],
  },
};
`,
    `export default {
  test: {
    setupFiles: [
      'aws-sdk-stubber/vitest',
      './one.ts', // first
      './two.ts',
    ],
  },
};
`,
  ],
  'an empty list': [
    `export default { test: { setupFiles: [] } };\n`,
    `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };\n`,
  ],
  'a single setup file': [
    `export default { test: { setupFiles: './setup.ts' } };\n`,
    `export default { test: { setupFiles: ['aws-sdk-stubber/vitest', './setup.ts'] } };\n`,
  ],
  'what is worked out': [
    `export default { test: { setupFiles: setups(process.env['CI']) } };\n`,
    `export default { test: { setupFiles: ['aws-sdk-stubber/vitest', setups(process.env['CI']) ?? []].flat() } };\n`,
  ],
  'a variable': [
    `const setupFiles = ['./setup.ts'];\nexport default { test: { setupFiles } };\n`,
    `const setupFiles = ['aws-sdk-stubber/vitest', './setup.ts'];\nexport default { test: { setupFiles } };\n`,
  ],
  'variables with types': [
    `const test = { globals: true } as const;
const config: UserConfig = { test } satisfies UserConfig;
export { config as default };
`,
    `const test = { setupFiles: ['aws-sdk-stubber/vitest'], globals: true } as const;
const config: UserConfig = { test } satisfies UserConfig;
export { config as default };
`,
  ],
  'a function': [
    `export default defineConfig(async ({ mode }) => {
  const env = await load(mode, () => { return {}; });
  if (mode === 'ci') return { test: { env, bail: 1 } };
  return { test: { env } };
});
`,
    `export default defineConfig(async ({ mode }) => {
  const env = await load(mode, () => { return {}; });
  if (mode === 'ci') return { test: { setupFiles: ['aws-sdk-stubber/vitest'], env, bail: 1 } };
  return { test: { setupFiles: ['aws-sdk-stubber/vitest'], env } };
});
`,
  ],
  mergeConfig: [
    `import base from 'some-preset';
import { defineConfig, mergeConfig } from 'vitest/config';
export default mergeConfig(base, defineConfig({ test: { globals: true } }));
`,
    `import base from 'some-preset';
import { defineConfig, mergeConfig } from 'vitest/config';
export default mergeConfig(base, defineConfig({ test: { setupFiles: ['aws-sdk-stubber/vitest'], globals: true } }));
`,
  ],
  'an empty test block': [
    `export default { test: {} };\n`,
    `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };\n`,
  ],
  'what is spread into it comes first': [
    `const shared = { globals: true };
export default {
  test: {
    ...shared,
    bail: 1,
  },
};
`,
    `const shared = { globals: true };
export default {
  test: {
    ...shared,
    setupFiles: ['aws-sdk-stubber/vitest'],
    bail: 1,
  },
};
`,
  ],
  'and its own list is kept': [
    `const shared = { setupFiles: ['./shared.ts'] };
export default { test: { ...shared, bail: 1 } };
`,
    `const shared = { setupFiles: ['./shared.ts'] };
export default { test: { ...shared, setupFiles: ['aws-sdk-stubber/vitest', shared.setupFiles ?? []].flat(), bail: 1 } };
`,
  ],
  'an assignment after it': [
    `const config = { test: {} };\nconfig.test.setupFiles = ['./setup.ts'];\nexport default config;\n`,
    `const config = { test: {} };\nconfig.test.setupFiles = ['aws-sdk-stubber/vitest', './setup.ts'];\nexport default config;\n`,
  ],
  'a config of Vite’s defineConfig without a test block': [
    `import { defineConfig } from 'vite';\nexport default defineConfig({ plugins: [] });\n`,
    `/// <reference types="vitest/config" />\nimport { defineConfig } from 'vite';\nexport default defineConfig({ test: { setupFiles: ['aws-sdk-stubber/vitest'] }, plugins: [] });\n`,
  ],
  'ES modules of the SDK that are built in': [
    `import react from 'react';
export default {
  plugins: [react()],
  ssr: { resolve: { mainFields: ['module'] } },
  test: { server: { deps: { inline: true } } },
};
`,
    `import awsSdkStubber from 'aws-sdk-stubber/vite';
import react from 'react';
export default {
  plugins: [awsSdkStubber(), react()],
  ssr: { resolve: { mainFields: ['module'] } },
  test: { setupFiles: ['aws-sdk-stubber/vitest'], server: { deps: { inline: true } } },
};
`,
  ],
};

test.each(Object.entries(vitest))('in Vitest: %s', async (_, [before, after]) => {
  const run = await initIn({ [VITEST]: before });
  expect(run.files[VITEST]).toBe(after);
  expect(run.code).toBe(0);
  const second = await run.again();
  expect(second.files).toEqual(run.files);
  expect(second.code).toBe(0);
});

const jest: Record<string, [path: string, before: string, after: string]> = {
  'an object': [
    'jest.config.js',
    `/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
};
`,
    `/** @type {import('jest').Config} */
module.exports = {
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
  testEnvironment: 'node',
};
`,
  ],
  'a variable, typed': [
    'jest.config.ts',
    `import type { Config } from 'jest';

const config: Config = {
  // A list of paths to modules
  // setupFilesAfterEnv: [],
  verbose: true,
};

export default config;
`,
    `import type { Config } from 'jest';

const config: Config = {
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
  // A list of paths to modules
  // setupFilesAfterEnv: [],
  verbose: true,
};

export default config;
`,
  ],
  'nothing but comments': [
    'jest.config.mjs',
    `const config = {
  // verbose: true,
};
export default config;
`,
    `const config = {
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
  // verbose: true,
};
export default config;
`,
  ],
  'ts-jest’s preset, spread': [
    'jest.config.ts',
    `import { createDefaultPreset, type JestConfigWithTsJest } from 'ts-jest';

export default {
  ...createDefaultPreset(),
  verbose: true,
} satisfies JestConfigWithTsJest;
`,
    `import { createDefaultPreset, type JestConfigWithTsJest } from 'ts-jest';

export default {
  ...createDefaultPreset(),
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
  verbose: true,
} satisfies JestConfigWithTsJest;
`,
  ],
  'ts-jest’s preset, in a variable': [
    'jest.config.cjs',
    `const { createDefaultPreset } = require('ts-jest');
const preset = createDefaultPreset();
module.exports = { ...preset, transform: { ...preset.transform } };
`,
    `const { createDefaultPreset } = require('ts-jest');
const preset = createDefaultPreset();
module.exports = { ...preset, setupFilesAfterEnv: ['aws-sdk-stubber/jest'], transform: { ...preset.transform } };
`,
  ],
  'an unknown base': [
    'jest.config.js',
    `const base = require('@company/jest');
module.exports = { ...base };
`,
    `const base = require('@company/jest');
module.exports = { ...base, setupFilesAfterEnv: ['aws-sdk-stubber/jest', ...(base.setupFilesAfterEnv ?? [])] };
`,
  ],
  'an asynchronous function': [
    'jest.config.js',
    `module.exports = async () => ({ verbose: true });\n`,
    `module.exports = async () => ({ setupFilesAfterEnv: ['aws-sdk-stubber/jest'], verbose: true });\n`,
  ],
  'what nextJest gives': [
    'jest.config.js',
    `const nextJest = require('next/jest');
const createJestConfig = nextJest({ dir: './' });
const config = { setupFilesAfterEnv: ['<rootDir>/jest.setup.js'] };
module.exports = createJestConfig(config);
`,
    `const nextJest = require('next/jest');
const createJestConfig = nextJest({ dir: './' });
const config = { setupFilesAfterEnv: ['aws-sdk-stubber/jest', '<rootDir>/jest.setup.js'] };
module.exports = createJestConfig(config);
`,
  ],
  JSON: [
    'jest.config.json',
    `{\n    "verbose": true\n}\n`,
    `{\n    "setupFilesAfterEnv": ["aws-sdk-stubber/jest"],\n    "verbose": true\n}\n`,
  ],
  'an empty JSON': [
    'jest.config.json',
    `{}\n`,
    `{ "setupFilesAfterEnv": ["aws-sdk-stubber/jest"] }\n`,
  ],
};

test.each(Object.entries(jest))('in Jest: %s', async (_, [path, before, after]) => {
  const run = await initIn({ ...JEST, [path]: before });
  expect(run.files[path]).toBe(after);
  expect(run.code).toBe(0);
  expect(run.printed).toBe(`${path}: setupFilesAfterEnv name aws-sdk-stubber/jest\n`);
  const second = await run.again();
  expect(second.files).toEqual(run.files);
  expect(second.printed).toBe(
    `${path}: setupFilesAfterEnv named aws-sdk-stubber/jest already\n\nNothing to do.\n`,
  );
});

test('in package.json, under `jest`', async () => {
  const before = manifest({ jest: '*' }, { jest: { preset: 'ts-jest' } });
  const run = await initIn({ 'package.json': before });
  expect(run.files['package.json']).toBe(
    before.replace('"preset"', '"setupFilesAfterEnv": ["aws-sdk-stubber/jest"],\n    "preset"'),
  );
  expect((await run.again()).files).toEqual(run.files);
});

test('where package.json names the config', async () => {
  const run = await initIn({
    'package.json': manifest({ jest: '*' }, { jest: './config/jest.js' }),
    'config/jest.js': 'module.exports = {};\n',
  });
  expect(run.files['config/jest.js']).toBe(
    "module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };\n",
  );
});

test('in a config that a script names', async () => {
  const scripts = { 'test:e2e': 'jest --config ./test/jest-e2e.json' };
  const run = await initIn({
    'package.json': manifest({ jest: '*' }, { scripts, jest: { rootDir: 'src' } }),
    'test/jest-e2e.json': '{\n  "rootDir": "."\n}\n',
  });
  expect(run.files['test/jest-e2e.json']).toContain(
    '"setupFilesAfterEnv": ["aws-sdk-stubber/jest"]',
  );
  expect(JSON.parse(run.files['package.json'] ?? '')).toMatchObject({
    jest: { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], rootDir: 'src' },
  });
});

test('an entry that a setup file of one’s own imports does as well', async () => {
  const files = {
    'vitest.config.mjs': "export default { test: { setupFiles: ['./setup.ts'] } };\n",
    'setup.ts': "import { install } from 'aws-sdk-stubber/vitest';\ninstall();\n",
  };
  const run = await initIn(files);
  expect(run.files).toMatchObject(files);
  expect(run.printed).toContain('Nothing to do.');
});

test('so does the plugin', async () => {
  const text = `import awsSdkStubber from 'aws-sdk-stubber/vite';
export default { plugins: [awsSdkStubber()] };
`;
  const run = await initIn({ 'vitest.config.mjs': text });
  expect(run.files['vitest.config.mjs']).toBe(text);
  expect(run.printed).toBe(
    'vitest.config.mjs: has the plugin aws-sdk-stubber/vite already\n\nNothing to do.\n',
  );
});
