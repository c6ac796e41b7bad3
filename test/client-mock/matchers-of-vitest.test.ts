import * as theirs from 'aws-sdk-client-mock';
import * as theirMatchers from 'aws-sdk-client-mock-vitest';
import { beforeAll, describe, expect } from 'vitest';
import * as ours from '../../src/client-mock/index.js';
import * as ourMatchers from '../../src/client-mock/vitest.js';
import { agreedMatchers } from './agreed-matchers.js';
import type { Library } from './agreed.js';

describe('aws-sdk-stubber/client-mock/vitest, its exports registered', () => {
  beforeAll(() => {
    expect.extend(ourMatchers.allCustomMatcherWithAliases);
  });
  agreedMatchers(ours, 'vitest');
});

describe('aws-sdk-client-mock-vitest itself', () => {
  beforeAll(() => {
    expect.extend(theirMatchers.allCustomMatcherWithAliases as never);
  });
  agreedMatchers(theirs as unknown as Library, 'vitest');
});
