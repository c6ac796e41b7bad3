import { install } from './vitest-hooks.js';

export { install };
export type { AwsMatchers } from './vitest-matchers.js';

install();
