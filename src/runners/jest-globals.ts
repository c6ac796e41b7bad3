import { install } from './jest-hooks.js';

export { install };
export type { AwsMatchers } from './jest-globals-matchers.js';

install();
