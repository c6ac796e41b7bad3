import { mockClient } from 'aws-sdk-client-mock';
import { mocksOf } from './mocks.mjs';

export const side = 'theirs';
export const { mock, answer } = mocksOf(mockClient);
