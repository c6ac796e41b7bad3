import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { configure, exactly, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

async function getObject(): Promise<unknown> {
  return new S3Client({}).send(new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' }));
}

const missing = () =>
  Object.assign(
    new NoSuchKey({
      message: 'The specified key does not exist.',
      $metadata: { httpStatusCode: 404 },
    }),
    { Key: 'a.txt' },
  );

describe('toBeAwsError passes', () => {
  test('where the error has the code', async () => {
    stub(S3Client).on('GetObject').rejects('NoSuchKey');
    await expect(getObject()).rejects.toBeAwsError('NoSuchKey');
    expect(missing()).toBeAwsError('NoSuchKey');
    expect(missing()).toBeAwsError(expect.stringMatching(/^NoSuch/) as string);
  });

  test('where it has the message: as a text, a pattern or a matcher', () => {
    expect(missing()).toBeAwsError('NoSuchKey', { message: 'The specified key does not exist.' });
    expect(missing()).toBeAwsError('NoSuchKey', { message: /does not exist/ });
    expect(missing()).toBeAwsError('NoSuchKey', { message: expect.stringContaining('key') });
  });

  test('where it has the message each time a pattern is asked, also a global one', () => {
    const pattern = /exist/g;
    for (let i = 0; i < 3; i++) expect(missing()).toBeAwsError('NoSuchKey', { message: pattern });
  });

  test('where it has the status and the members, among others', () => {
    expect(missing()).toBeAwsError('NoSuchKey', { $metadata: { httpStatusCode: 404 } });
    expect(missing()).toBeAwsError('NoSuchKey', { Key: 'a.txt', $fault: 'client' });
    expect(missing()).toBeAwsError('NoSuchKey', { Key: expect.any(String) });
  });

  test('where it has the code by its other word, as query protocols have two for some errors', async () => {
    stub(IAMClient).on('GetUser').rejects('NoSuchEntity');
    const error = await new IAMClient({}).send(new GetUserCommand({})).catch((e: unknown) => e);
    expect(error).toBeAwsError('NoSuchEntityException');
    expect(error).toBeAwsError('NoSuchEntity');
    expect(error).not.toBeAwsError('DeleteConflict');
  });

  test('where a member is absent that is null', () => {
    expect(missing()).toBeAwsError('NoSuchKey', { BucketName: null });
    expect(missing()).not.toBeAwsError('NoSuchKey', { Key: null });
  });

  test('under .not where something differs', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('UnauthorizedOperation');
    await expect(new EC2Client({}).send(new DescribeVpcsCommand({}))).rejects.not.toBeAwsError(
      'InvalidVpcID.NotFound',
    );
    expect(missing()).not.toBeAwsError('NoSuchBucket');
    expect(missing()).not.toBeAwsError('NoSuchKey', { message: 'Another.' });
    expect(missing()).not.toBeAwsError('NoSuchKey', { message: /another/ });
    expect(missing()).not.toBeAwsError('NoSuchKey', { $metadata: { httpStatusCode: 400 } });
    expect(new Error('none of AWS')).not.toBeAwsError('NoSuchKey');
    expect({ Vpcs: [] }).not.toBeAwsError('NoSuchKey');
  });
});

describe('toBeAwsError says', () => {
  test('which code it was', async () => {
    expect(
      await messageOf(() => {
        expect(missing()).toBeAwsError('NoSuchBucket');
      }),
    ).toMatchInlineSnapshot(`
      "expect(error).toBeAwsError(code)

      Expected: "NoSuchBucket"
      Received: "NoSuchKey": The specified key does not exist.

      - Expected
      + Received

        {
      -   "name": "NoSuchBucket",
      +   "name": "NoSuchKey",
        }"
    `);
  });

  test('where message, status and members differ', async () => {
    expect(
      await messageOf(() => {
        expect(missing()).toBeAwsError('NoSuchKey', {
          message: /^No such key/,
          $metadata: { httpStatusCode: 403 },
          Key: 'b.txt',
          BucketName: 'docs',
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(error).toBeAwsError(code, details)

      Expected: "NoSuchKey"
      Received: "NoSuchKey": The specified key does not exist.

      - Expected
      + Received

        {
          "$metadata": {
      -     "httpStatusCode": 403,
      +     "httpStatusCode": 404,
          },
      -   "BucketName": "docs",
      -   "Key": "b.txt",
      -   "message": /^No such key/,
      +   "Key": "a.txt",
      +   "message": "The specified key does not exist.",
          "name": "NoSuchKey",
        }"
    `);
  });

  test('the same of a rejected promise', async () => {
    stub(S3Client).on('GetObject').rejects('AccessDenied', { message: 'Access Denied' });
    expect(await messageOf(() => expect(getObject()).rejects.toBeAwsError('NoSuchKey')))
      .toMatchInlineSnapshot(`
      "expect(error).rejects.toBeAwsError(code)

      Expected: "NoSuchKey"
      Received: "AccessDenied": Access Denied

      - Expected
      + Received

        {
      -   "name": "NoSuchKey",
      +   "name": "AccessDenied",
        }"
    `);
  });

  test('that it was this error, under .not', async () => {
    expect(
      await messageOf(() => {
        expect(missing()).not.toBeAwsError('NoSuchKey', { Key: 'a.txt' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(error).not.toBeAwsError(code, details)

      Expected: not "NoSuchKey"
      Received: "NoSuchKey": The specified key does not exist."
    `);
  });

  test('that it is an error of another kind', async () => {
    expect(
      await messageOf(() => {
        expect(new TypeError('x is not a function')).toBeAwsError('NoSuchKey');
      }),
    ).toMatchInlineSnapshot(`
      "expect(error).toBeAwsError(code)

      Expected: "NoSuchKey"
      Received: "TypeError": x is not a function

      - Expected
      + Received

        {
      -   "name": "NoSuchKey",
      +   "name": "TypeError",
        }"
    `);
  });

  test('that it is no error', async () => {
    expect(
      await messageOf(() => {
        expect({ Vpcs: [] }).toBeAwsError('NoSuchKey');
      }),
    ).toMatchInlineSnapshot(`
      "expect(error).toBeAwsError(code)

      Expected: "NoSuchKey"
      Received: undefined

      - Expected
      + Received

      - {
      -   "name": "NoSuchKey",
      - }
      + {}"
    `);
  });
});

describe('wrong use: toBeAwsError refuses', () => {
  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['NoSuchKey', 'NoSuchKey'],
  ])('%s instead of an error, also under .not', async (shown, received) => {
    const expected = `WrongUseError: expect(error).toBeAwsError() looks at an error, but got ${shown}.`;
    expect(
      await messageOf(() => {
        expect(received).toBeAwsError('NoSuchKey');
      }),
    ).toBe(expected);
    expect(
      await messageOf(() => {
        expect(received).not.toBeAwsError('NoSuchKey');
      }),
    ).toBe(expected);
  });

  test('a promise', async () => {
    stub(S3Client).on('GetObject').resolves({});
    expect(
      await messageOf(() => {
        expect(getObject()).toBeAwsError('NoSuchKey');
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(error).toBeAwsError() got a promise; write await expect(promise).rejects.toBeAwsError(…)."`,
    );
  });

  test('a function', async () => {
    expect(
      await messageOf(() => {
        expect(getObject).toBeAwsError('NoSuchKey');
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(error).toBeAwsError() looks at an error, but got a function; write await expect(call()).rejects.toBeAwsError(…)."`,
    );
  });

  test('what is no code', async () => {
    const expected =
      "WrongUseError: expect(error).toBeAwsError() takes the error's code first, such as 'NoSuchKey'.";
    for (const code of [undefined, '', 404, { message: 'No such key.' }]) {
      expect(
        await messageOf(() => {
          expect(missing()).toBeAwsError(code as never);
        }),
      ).toBe(expected);
    }
  });

  test('a class of errors, and says to give its name', async () => {
    expect(
      await messageOf(() => {
        expect(missing()).toBeAwsError(NoSuchKey as never);
      }),
    ).toContain("'NoSuchKey'");
  });

  test('details that are no object', async () => {
    expect(
      await messageOf(() => {
        expect(missing()).toBeAwsError('NoSuchKey', 'No such key.' as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(error).toBeAwsError() takes details as an object: { message: 'No such key.', $metadata: { httpStatusCode: 404 } }."`,
    );
  });

  test.each<[string, unknown]>([
    ['exactly', exactly({ Key: 'b.txt' })],
    ['a matcher', expect.objectContaining({ Key: 'b.txt' })],
  ])('details in %s: they match in part by themselves', async (_, details) => {
    expect(
      await messageOf(() => {
        expect(missing()).not.toBeAwsError('NoSuchKey', details as never);
      }),
    ).toBe(
      "WrongUseError: expect(error).toBeAwsError() takes details as an object: { message: 'No such key.', $metadata: { httpStatusCode: 404 } }. Matchers may stand in it, and members that it does not name may be there.",
    );
  });

  test('too many arguments', async () => {
    expect(
      await messageOf(() => {
        (expect(missing()).toBeAwsError as (...args: unknown[]) => void)('NoSuchKey', {}, 404);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(error).toBeAwsError() takes (code, details?), but got 3 arguments."`,
    );
  });

  test.each<[string, object, string]>([
    [
      '$metadata',
      { $metadata: { httpStatus: 404 } },
      '$metadata.httpStatus: no such member; allowed: httpStatusCode',
    ],
    [
      'a type in $metadata',
      { $metadata: { httpStatusCode: '404' } },
      '$metadata.httpStatusCode: expected a number',
    ],
    [
      '$metadata in a matcher',
      { $metadata: expect.objectContaining({ httpStatus: 404 }) },
      '$metadata.httpStatus: no such member',
    ],
    ['the message', { mesage: 'x' }, 'mesage: no such member; did you mean message?'],
    ['$fault', { $fault: 'sever' }, "$fault: expected 'client' or 'server', got 'sever'"],
  ])('details that no such error has, also under .not: %s', (_what, details, problem) => {
    expect(() => {
      expect(missing()).not.toBeAwsError('NoSuchKey', details as never);
    }).toThrow(problem);
  });

  test.each<[string, () => Error, string, string]>([
    ['misspelt', missing, 'NoSuchKy', 'NoSuchKey'],
    ['in small letters', missing, 'nosuchbucket', 'NoSuchBucket'],
    ['that no model has', missing, 'PrecondtionFailed', 'PreconditionFailed'],
    ['of every service', missing, 'AccesDenied', 'AccessDenied'],
    ['of an error that is none of AWS', () => new Error('x'), 'NoSuchKy', 'NoSuchKey'],
  ])('a code %s, also under .not', async (_what, error, code, meant) => {
    for (const expected of [expect(error()), expect(error()).not]) {
      expect(
        await messageOf(() => {
          expected.toBeAwsError(code);
        }),
      ).toBe(
        `WrongUseError: expect(error).toBeAwsError(): no error has the code '${code}'. Did you mean '${meant}'? For a code that is not in the model: configure({ validate: false }).`,
      );
    }
  });

  test('a code misspelt of a service that models none, and an ending that it does not have', async () => {
    const of = async (code: string): Promise<unknown> => {
      stub(EC2Client).on('DescribeVpcs').rejects(code);
      return new EC2Client({}).send(new DescribeVpcsCommand({})).catch((e: unknown) => e);
    };
    const gone = await of('InvalidVpcID.NotFound');
    expect(() => {
      expect(gone).not.toBeAwsError('InvalidVpcId.NotFound');
    }).toThrow("Did you mean 'InvalidVpcID.NotFound'?");
    const own = await of('Client.OwnCode');
    expect(() => {
      expect(own).not.toBeAwsError('Client.owncode');
    }).toThrow("Did you mean 'Client.OwnCode'?");
    expect(own).not.toBeAwsError('Another.Code');
    expect(own).toBeAwsError('Client.OwnCode');

    stub(DynamoDBClient).on('GetItem').rejects('ResourceNotFoundException');
    const Key = { id: { S: 'a' } };
    const failed = new DynamoDBClient({}).send(new GetItemCommand({ TableName: 'users', Key }));
    await expect(failed).rejects.toBeAwsError('ResourceNotFoundException');
    await expect(
      failed.catch((error: unknown) => {
        expect(error).not.toBeAwsError('ConditionalCheckFailed');
      }),
    ).rejects.toThrow("Did you mean 'ConditionalCheckFailedException'?");
  });

  test('no code that the fixtures answer', () => {
    const folder = join(import.meta.dirname, '../../src/fixtures');
    for (const service of ['ec2', 's3']) {
      const error = Object.assign(new Error('x'), { $service: service.toUpperCase() });
      const files = readdirSync(join(folder, service), { recursive: true, encoding: 'utf8' });
      const sources = files.filter((name) => name.endsWith('.ts'));
      const text = sources.map((name) => readFileSync(join(folder, service, name), 'utf8')).join();
      const codes = [
        ...text.matchAll(/'([A-Z]\w+\.[A-Z]\w+)'|Error\((?:\s*\d+,)?\s*'([A-Z]\w+)'/g),
      ];
      expect(codes.length).toBeGreaterThan(service === 'ec2' ? 50 : 20);
      for (const [, dotted, plain] of codes) {
        expect(error).not.toBeAwsError(dotted ?? plain ?? '');
      }
    }
  });

  test('nothing where stubs are not checked either', () => {
    configure({ validate: false });
    expect(missing()).not.toBeAwsError('NoSuchKy');
  });

  test('members that the model of the error does not have', async () => {
    stub(S3Client).on('GetObject').rejects('NoSuchKey');
    const error = await getObject().catch((thrown: unknown) => thrown);
    expect(() => {
      expect(error).not.toBeAwsError('NoSuchKey', { Bucketname: 'x' });
    }).toThrow('Bucketname: no such member; allowed: message, $metadata, $fault');
  });

  test('details that are nearly those of an error that the model does not know', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('Boom', { Reason: 'none' });
    const boom = await new EC2Client({}).send(new DescribeVpcsCommand({})).catch(String);
    expect(boom).toBe('Boom: Boom');
    const error = await new EC2Client({})
      .send(new DescribeVpcsCommand({}))
      .catch((e: unknown) => e);
    expect(error).toBeAwsError('Boom', { Reason: 'none' });
    expect(error).not.toBeAwsError('Boom', { Other: 'none' });
    expect(() => {
      expect(error).not.toBeAwsError('Boom', { messages: 'none' });
    }).toThrow('did you mean message?');
  });
});
