export default {
  testMatch: ['<rootDir>/jest/**/*.test.ts'],
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } } }] },
  // The sources name each other as Node will find them, `./cli.js`; here they are still `./cli.ts`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
