import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';

const client = new EC2Client({});
const nextToken = async (): Promise<string | undefined> =>
  (await client.send(new DescribeVpcsCommand({}))).NextToken;

function answerWith(NextToken: string): void {
  stub(EC2Client).on('DescribeVpcs').resolves({ NextToken });
}

describe('what a describe’s beforeAll stubs', () => {
  beforeAll(async () => {
    answerWith('of the outer describe');
    await nextToken();
  });

  test('answers its tests', async () => {
    expect(await nextToken()).toBe('of the outer describe');
    expect(EC2Client).toHaveCalledOperationTimes('DescribeVpcs', 2);
  });

  describe('and a describe in it', () => {
    beforeAll(() => {
      answerWith('of the inner describe');
    });

    test('answers its own tests before it', async () => {
      expect(await nextToken()).toBe('of the inner describe');
    });

    test('gives way to a test', async () => {
      answerWith('of the test');
      expect(await nextToken()).toBe('of the test');
    });

    afterAll(async () => {
      expect(await nextToken()).toBe('of the inner describe');
    });
  });

  describe('and one in it that stubs nothing', () => {
    test('is answered by the outer one', async () => {
      expect(await nextToken()).toBe('of the outer describe');
    });
  });

  test('answers again after the inner one', async () => {
    expect(await nextToken()).toBe('of the outer describe');
  });

  afterAll(async () => {
    expect(await nextToken()).toBe('of the outer describe');
  });
});

describe('the describe after it', () => {
  test('has none of its stubs and calls', async () => {
    expect(EC2Client).not.toHaveCalledAnyOperation();
    configure({ unstubbed: 'throw' });
    await expect(nextToken()).rejects.toThrow('No stub answers EC2 DescribeVpcs');
  });
});

describe('settings of a beforeAll', () => {
  beforeAll(() => {
    configure({ unstubbed: 'empty' });
    return () => {
      // Vitest's clean-up belongs to the describe as well.
      expect(stub(EC2Client).calls()).toEqual([]);
    };
  });

  test('hold in its describe', async () => {
    expect(await nextToken()).toBeUndefined();
  });
});

describe('a server that a beforeAll starts', () => {
  let server: Server;

  beforeAll(async () => {
    answerWith('of the describe');
    server = createServer((_, response) => {
      void nextToken().then((token) => response.end(token));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(() => {
    server.close();
  });

  function answer(): Promise<string> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve) => {
      get({ port, agent: false }, (response) => {
        response.on('data', (text) => {
          resolve(String(text));
        });
      });
    });
  }

  test('works for the test that asks it', async () => {
    answerWith('of the test');
    expect(await answer()).toBe('of the test');
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });

  test('and for the next', async () => {
    expect(await answer()).toBe('of the describe');
    expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
  });
});

describe.concurrent('concurrent tests', () => {
  beforeAll(() => {
    answerWith('of the describe');
  });

  test('are answered', async () => {
    expect(await nextToken()).toBe('of the describe');
  });

  test('and stub for themselves', async () => {
    answerWith('of the test');
    await Promise.resolve();
    expect(await nextToken()).toBe('of the test');
  });
});
