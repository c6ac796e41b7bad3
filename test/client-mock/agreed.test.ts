import * as theirs from 'aws-sdk-client-mock';
import { describe } from 'vitest';
import * as ours from '../../src/client-mock/index.js';
import { agreed, type Library } from './agreed.js';

describe('aws-sdk-stubber/client-mock', () => {
  agreed(ours);
});

describe('aws-sdk-client-mock itself', () => {
  agreed(theirs as unknown as Library);
});
