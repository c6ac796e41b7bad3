import { EC2Client } from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configure } from '../../src/index.js';

const region = (): Promise<string> => new EC2Client({}).config.region();
const keyId = async (): Promise<string> =>
  (await new EC2Client({}).config.credentials()).accessKeyId;

describe('what a test sets in the environment', () => {
  test('is what its clients see', async () => {
    process.env['AWS_REGION'] = 'eu-west-3';
    process.env['AWS_ACCESS_KEY_ID'] = 'of-the-test';
    process.env['AWS_LAMBDA_FUNCTION_NAME'] = 'thumbnails';
    process.env['AWS_ENDPOINT_URL'] = 'http://localhost:4566';
    expect(await region()).toBe('eu-west-3');
    expect(await keyId()).toBe('of-the-test');
  });

  test('is gone in the next', async () => {
    expect(await region()).toBe('us-east-1');
    expect(await keyId()).toBe('AKIASTUBBEREXAMPLE00');
    expect(process.env['AWS_LAMBDA_FUNCTION_NAME']).toBeUndefined();
    expect(process.env['AWS_ENDPOINT_URL']).toBeUndefined();
  });

  test('is put back where the test deletes it', () => {
    delete process.env['AWS_REGION'];
    delete process.env['AWS_SECRET_ACCESS_KEY'];
    expect(process.env['AWS_REGION']).toBeUndefined();
  });

  test('also where configure() says the region', async () => {
    expect(process.env['AWS_SECRET_ACCESS_KEY']).toMatch(/dummy/);
    expect(await region()).toBe('us-east-1');
    configure({ region: 'sa-east-1' });
    process.env['AWS_REGION'] = 'eu-west-3';
    expect(await region()).toBe('eu-west-3');
  });

  test('whichever was said last', async () => {
    expect(await region()).toBe('us-east-1');
  });
});

describe('what a block sets in the environment', () => {
  const set = (): string | undefined => process.env['AWS_OF_BLOCK'];

  test('is not there before the block', () => {
    expect(set()).toBeUndefined();
  });

  describe('in beforeAll', () => {
    beforeAll(() => {
      process.env['AWS_OF_BLOCK'] = 'of the block';
    });

    afterAll(() => {
      delete process.env['AWS_OF_BLOCK'];
    });

    test('is there for its tests', () => {
      expect(set()).toBe('of the block');
      process.env['AWS_OF_BLOCK'] = 'of the test';
    });

    test('for each of them', () => {
      expect(set()).toBe('of the block');
      delete process.env['AWS_OF_BLOCK'];
    });

    describe('in an inner block', () => {
      beforeAll(() => {
        process.env['AWS_OF_BLOCK'] = 'of the inner block';
      });

      test('counts there', () => {
        expect(set()).toBe('of the inner block');
      });
    });

    test('and stays until the outer one is over', () => {
      expect(set()).toBe('of the inner block');
    });

    test('whatever its tests do', () => {
      expect(set()).toBe('of the inner block');
    });
  });

  test('is gone after it', () => {
    expect(set()).toBeUndefined();
  });

  test('for good', () => {
    expect(set()).toBeUndefined();
  });
});

describe.concurrent('concurrent tests, which share the environment', () => {
  let goOn: () => void = () => undefined;
  const set = new Promise<void>((resolve) => (goOn = resolve));

  test('one that sets a variable', () => {
    process.env['AWS_PROFILE'] = 'of-one';
    goOn();
  });

  test('and one that is over later', async () => {
    await set;
  });
});

test('leave nothing to what follows', () => {
  expect(process.env['AWS_PROFILE']).toBeUndefined();
});
