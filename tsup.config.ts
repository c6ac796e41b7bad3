import { readFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { SERVICES } from './src/fixtures/services.js';

const entry = {
  index: 'src/index.ts',
  jest: 'src/runners/jest.ts',
  'jest-globals': 'src/runners/jest-globals.ts',
  vite: 'src/runners/vite.ts',
  'client-mock': 'src/client-mock/index.ts',
  'client-mock-jest': 'src/client-mock/jest.ts',
};

const resource = { resource: 'src/resources/index.ts' };

const { homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as { homepage: string };

const shared: Options = {
  // Where messages lead to: src/errors.ts.
  define: { HOMEPAGE: JSON.stringify(homepage) },
  outDir: 'dist',
  target: 'node20',
  platform: 'node',
  // The types of resources are declarations of their own: scripts/resource-declarations.mjs.
  external: [
    /aws-services\.cjs$/,
    /^(\.|\.\.\/resources)\/types\/\w+\.js$/,
    'vitest',
    '@jest/globals',
    '@jest/expect',
  ],
};

/** Names stay: what a test prints and a stack shows is read by people. */
const small: NonNullable<Options['esbuildOptions']> = (options) => {
  options.minifyWhitespace = true;
  options.minifySyntax = true;
};

// tsup's declaration build sets an option that TypeScript 6 calls deprecated. What is `@internal` is not for users.
const dts = { compilerOptions: { ignoreDeprecations: '6.0', stripInternal: true } };

/** What `import.meta.url` is asked for: `createRequire` takes either. */
const hereInCommonJs: NonNullable<Options['esbuildOptions']> = (options) => {
  options.define = { ...options.define, 'import.meta.url': '__filename' };
};

/**
 * Node's modules as a bundle of ES modules has them too, where `require` is not there. With it, it is asked first: Jest
 * has its own ones of some.
 */
const nodeModules: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'node-modules',
  setup(build) {
    const inBundle = { filter: /.*/, namespace: 'node-modules' };
    build.onResolve({ filter: /^node:/, namespace: 'file' }, ({ path }) => ({
      path,
      namespace: inBundle.namespace,
    }));
    build.onResolve(inBundle, ({ path }) => ({ path, external: true }));
    build.onLoad(inBundle, ({ path }) => ({
      contents: `try{module.exports=require('${path}')}catch{module.exports=process.getBuiltinModule('${path}')}`,
    }));
  },
};

/** The rest of the code is made by scripts/code.mjs; the declarations are all made here. */
export default defineConfig([
  {
    // Fakes and fixtures, a file for each service, loaded where one is used (src/fixtures/load-service.ts).
    ...shared,
    entry: Object.fromEntries(
      Object.values(SERVICES).flatMap(({ folder, parts = [] }): [string, string][] => [
        [`fixtures-${folder}`, `src/fixtures/${folder}/module.ts`],
        ...parts.map((part): [string, string] => [
          `fixtures-${folder}-${part}`,
          `src/fixtures/${folder}/${part}/module.ts`,
        ]),
      ]),
    ),
    format: 'cjs',
    dts: false,
    splitting: false,
    // What they need of other packages is in them: users install none.
    noExternal: [/./],
    esbuildOptions: (options, context) => {
      small(options, context);
      // Nothing in them is shown by its name.
      options.minifyIdentifiers = true;
      // CommonJS has no such thing, in whatever is looked at on the way.
      options.define = { ...options.define, 'import.meta.url': '__filename' };
    },
  },
  {
    // Each by itself: `jest-early` is there before all else, and Vite's process needs no more than `vite`.
    ...shared,
    entry: {
      'jest-early': 'src/loading/jest-early.ts',
      vite: 'src/runners/vite.ts',
    },
    format: 'cjs',
    dts: false,
    splitting: false,
    esbuildOptions: hereInCommonJs,
  },
  {
    // It is used in programs too, which a build tool may make one file of: with the SDK in it, or in modules of Node.
    ...shared,
    entry: resource,
    external: [...(shared.external ?? []), /^@aws-sdk\//],
    format: 'cjs',
    dts: false,
    splitting: false,
    removeNodeProtocol: false,
    esbuildOptions: hereInCommonJs,
    esbuildPlugins: [nodeModules],
  },
  {
    // The commands. No test loads them, and what they need of other packages is in them: users install none.
    ...shared,
    entry: { cli: 'src/cli/index.ts' },
    format: 'esm',
    dts: false,
    splitting: false,
    noExternal: [/./],
    // Some of those packages are CommonJS, and require Node's own modules.
    banner: {
      js: "import { createRequire as requireOfNode } from 'node:module'; const require = requireOfNode(import.meta.url);",
    },
    esbuildOptions: (options, context) => {
      small(options, context);
      options.minifyIdentifiers = true;
    },
  },
  {
    ...shared,
    entry: { 'vitest-before-41': 'src/runners/vitest-before-41.ts' },
    format: 'esm',
    dts: false,
  },
  {
    ...shared,
    entry: {
      ...entry,
      vitest: 'src/runners/vitest.ts',
      'client-mock-vitest': 'src/client-mock/vitest.ts',
    },
    format: 'esm',
    dts: { ...dts, only: true },
  },
  { ...shared, entry: resource, format: 'esm', dts: { ...dts, only: true } },
  // Declarations for CommonJS. (Those of resources are the same for both: scripts/resource-declarations.mjs.)
  { ...shared, entry, format: 'cjs', dts: { ...dts, only: true } },
]);
