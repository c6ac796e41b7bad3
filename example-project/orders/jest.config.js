export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } } }] },
  // The sources name each other as Node will find them, `./order.js`; here they are still `./order.ts`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
