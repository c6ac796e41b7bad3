import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const cli = [['**/cli/**'], 'The commands stand on top: nothing imports them.'];

/** Forbids imports of other rooms of the house; the table is in CONTRIBUTING.md. */
function layer(files, ...forbidden) {
  const patterns = [...forbidden, cli].map(([group, message]) => ({ group, message }));
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const runners = [['**/runners/**', 'vitest', '@jest/globals'], 'Only src/runners knows a runner.'];
const matchers = [
  ['**/matchers/**', '!./matchers.js'],
  'Nothing in src but src/runners knows the matchers.',
];
const fixtures = [['**/fixtures/**'], 'Nothing below src/fixtures knows it.'];
const resources = [
  ['**/resources/**'],
  'Resources have an entry of their own, which only fixtures and users load.',
];
const clientMock = [['**/client-mock/**'], 'The facade stands on top: nothing imports it.'];
const insides = [
  [
    ...['**/calls/*', '**/replies/*', '**/stubs/*', '**/model/*', '**/wire/*', '**/intercept/*'],
    ...['!**/index.js', '!./*'],
  ],
  'Import through the folder’s door, its index.ts.',
];

export default defineConfig(
  globalIgnores([
    'dist',
    '**/dist',
    'docs/api',
    'docs/.vitepress/cache',
    'examples',
    'test/projects',
    'test/peers',
    'test/types',
    'test/runners/client-mock-suite',
    'coverage',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Clients, commands and inputs are of any type on purpose where a name says no more.
      '@typescript-eslint/no-explicit-any': 'off',
      // `R` and `Input` appear once in a signature, and are what a caller sees of its type.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  layer(
    ['src/model/**'],
    [['../*', '!./*'], 'src/model imports nothing of ours.'],
    runners,
    matchers,
    fixtures,
  ),
  layer(
    ['src/wire/**'],
    [
      ['../*', '!../model', '!../model/**', '!../async-context.js', '!./*'],
      'src/wire imports only src/model.',
    ],
    runners,
    matchers,
    insides,
  ),
  layer(
    ['src/calls/**'],
    [['**/replies/**', '**/stubs/**', '**/intercept/**'], 'src/calls comes before replies.'],
    resources,
    runners,
    matchers,
    fixtures,
    insides,
  ),
  layer(
    ['src/replies/**'],
    [['**/stubs/**', '**/intercept/**'], 'src/replies knows answers, and not what gives them.'],
    resources,
    runners,
    matchers,
    fixtures,
    insides,
  ),
  layer(
    ['src/stubs/**'],
    [['**/intercept/**'], 'src/stubs comes before intercept.'],
    resources,
    runners,
    matchers,
    fixtures,
    insides,
  ),
  layer(['src/intercept/**'], resources, runners, matchers, fixtures, insides),
  layer(
    ['src/fixtures/**'],
    [['**/intercept/**'], 'src/fixtures stands on calls and stubs.'],
    [
      ['**/resources/*', '!**/resources/identity.js', '!**/resources/types'],
      'What resources are made of is loaded when one is used: src/fixtures/load-service.ts.',
    ],
    runners,
    matchers,
    insides,
  ),
  layer(
    ['src/resources/**'],
    [
      [
        ...['**/calls/**', '**/replies/**', '**/stubs/**', '**/wire/**'],
        ...['**/intercept/**', '**/fixtures/**'],
      ],
      'Resources are used outside tests too: they know src/errors.ts, src/model and no more.',
    ],
    runners,
    matchers,
    insides,
  ),
  layer(
    ['src/loading/**'],
    [['../*', '!./*'], 'src/loading imports nothing of ours.'],
    runners,
    matchers,
    fixtures,
  ),
  layer(['src/runners/**', 'src/index.ts'], resources, insides, clientMock),
  layer(
    ['src/client-mock/**'],
    [
      ['**/intercept/**', '**/wire/**', '**/fixtures/**'],
      'The facade asks calls and stubs; its mocks stand before `send`.',
    ],
    [['**/runners/**'], 'The facade works without a setup entry.'],
    resources,
    [['../../matchers/**'], 'It has matchers of its own.'],
    insides,
  ),
  layer(
    ['src/client-mock/!(vitest|jest).ts', 'src/client-mock/matchers/**'],
    [['vitest', '@jest/globals'], 'Only src/client-mock/vitest.ts and jest.ts know a runner.'],
    [
      ['**/intercept/**', '**/wire/**', '**/fixtures/**', '**/runners/**'],
      'The facade asks calls and stubs.',
    ],
    insides,
  ),
  layer(
    ['src/cli/**'],
    [
      [
        ...['calls', 'replies', 'stubs', 'wire', 'intercept', 'fixtures', 'resources', 'runners'],
        ...['client-mock', 'loading'],
      ].map((room) => `**/${room}/**`),
      'The commands load no SDK, and nothing that does.',
    ],
    [['**/model/*', '!**/model/nearest.js'], 'The commands load no SDK, and nothing that does.'],
  ),
  layer(
    ['matchers/**'],
    [
      ['**/intercept/**', '**/runners/**', 'vitest', '@jest/globals'],
      'Matchers only read calls and stubs.',
    ],
    fixtures,
    resources,
    insides,
  ),
  {
    files: ['src/resources/installed.ts'],
    rules: {
      // Build tools follow it; in an ES module there is nothing else that is not asked for before it is needed.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^@aws-sdk/'] }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['test/**', 'bench/**', 'scripts/**', 'example-project/**'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // The example finds the packed library only once `npm run example` put it there.
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
