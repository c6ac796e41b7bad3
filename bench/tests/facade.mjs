import { mockClient } from 'aws-sdk-stubber/client-mock';
import { mocksOf } from './mocks.mjs';

export const side = 'facade';
export const { mock, answer } = mocksOf(mockClient);
