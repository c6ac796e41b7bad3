import { install } from './jest-hooks.js';

export { install };
export type { AwsMatchers } from './jest-matchers.js';

install();
