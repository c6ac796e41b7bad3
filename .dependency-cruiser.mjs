/**
 * `npm run lint`: files that import each other in a circle cannot be read one by one.
 *
 * Types count: a file that needs another's types cannot be understood without it either, and it is only one word from a
 * circle that breaks as the package loads.
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Move what both files need to a third one, which imports neither.',
      from: {
        // A mock gives behaviours, and a behaviour its mock: each has the other in its types, as in aws-sdk-client-mock.
        pathNot: '^src/client-mock/(aws-stub|command-behavior)\\.ts$',
      },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.mjs'] },
  },
};
