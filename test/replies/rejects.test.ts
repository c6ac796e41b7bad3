import { DynamoDBClient, ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DescribeVpcsCommand, EC2Client, EC2ServiceException } from '@aws-sdk/client-ec2';
import { GetObjectCommand, NoSuchKey, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ServiceException } from '@smithy/core/client';
import { describe, expect, test } from 'vitest';
import { stub, type ErrorDetails } from '../../src/index.js';

async function getObject(): Promise<unknown> {
  return new S3Client({}).send(new GetObjectCommand({ Bucket: 'docs', Key: 'a.txt' })).then(
    () => {
      throw new Error('The call was answered.');
    },
    (error: unknown) => error,
  );
}

describe('DESIGN: rejects(code) of a modelled error', () => {
  test('gives the service’s own exception class, instanceof and all', async () => {
    stub(S3Client).on('GetObject').rejects('NoSuchKey');
    const error = (await getObject()) as NoSuchKey;
    expect(error).toBeInstanceOf(NoSuchKey);
    expect(error).toBeInstanceOf(S3ServiceException);
    expect(error).toBeInstanceOf(ServiceException);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('NoSuchKey');
    expect(error.message).toBe('NoSuchKey');
    expect(error.$fault).toBe('client');
    expect(error).toHaveProperty('$service', 'S3');
    expect(error.$metadata).toMatchObject({ httpStatusCode: 404, attempts: 1, totalRetryDelay: 0 });
  });

  test('with the message, the members and the $metadata that were given', async () => {
    stub(S3Client)
      .on('GetObject')
      .rejects('InvalidObjectState', {
        message: 'The object is archived.',
        StorageClass: 'GLACIER',
        $metadata: { requestId: 'abc' },
      });
    expect(await getObject()).toMatchObject({
      name: 'InvalidObjectState',
      message: 'The object is archived.',
      StorageClass: 'GLACIER',
      $metadata: { requestId: 'abc', httpStatusCode: 403 },
    });
  });

  test('each caller gets one of its own', async () => {
    stub(S3Client).on('GetObject').rejects('NoSuchKey');
    expect(await getObject()).not.toBe(await getObject());
  });

  test('of a document client is the plain client’s', async () => {
    stub(DynamoDBDocumentClient)
      .on(PutCommand)
      .rejects('ConditionalCheckFailedException', { message: 'The conditional request failed' });
    const put = DynamoDBDocumentClient.from(new DynamoDBClient({})).send(
      new PutCommand({ TableName: 'users', Item: { id: 1 } }),
    );
    await expect(put).rejects.toBeInstanceOf(ConditionalCheckFailedException);
  });
});

describe('DESIGN: rejects(code) of a code that the model does not have', () => {
  test('gives the service’s base exception with that name', async () => {
    stub(EC2Client).on('DescribeVpcs').rejects('InvalidVpcID.NotFound');
    const error: unknown = await new EC2Client({})
      .send(new DescribeVpcsCommand({}))
      .catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(EC2ServiceException);
    expect(error).toMatchObject({
      name: 'InvalidVpcID.NotFound',
      message: 'InvalidVpcID.NotFound',
      Code: 'InvalidVpcID.NotFound',
      $fault: 'client',
      $service: 'EC2',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('is the server’s fault from status 500 on', async () => {
    stub(S3Client)
      .on('GetObject')
      .rejects('SlowDown', { $metadata: { httpStatusCode: 503 } });
    expect(await getObject()).toMatchObject({
      $fault: 'server',
      $metadata: { httpStatusCode: 503 },
    });
  });

  test('unless the fault is given', async () => {
    stub(S3Client)
      .on('GetObject')
      .rejects('SlowDown', { $fault: 'client', $metadata: { httpStatusCode: 503 } });
    expect(await getObject()).toMatchObject({ $fault: 'client' });
  });
});

describe('rejects(class)', () => {
  test('gives an error of the class, with the details', async () => {
    stub(S3Client).on('GetObject').rejects(NoSuchKey, { message: 'No such key.' });
    const error = await getObject();
    expect(error).toBeInstanceOf(NoSuchKey);
    expect(error).toMatchObject({ message: 'No such key.', $metadata: { httpStatusCode: 404 } });
  });

  test('also of an error class that is none of the service’s', async () => {
    class NetworkDown extends Error {}
    stub(S3Client).on('GetObject').rejects(NetworkDown);
    expect(await getObject()).toBeInstanceOf(NetworkDown);
  });
});

describe('rejects(error)', () => {
  test('gives that very error', async () => {
    const timeout = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    stub(S3Client).on('GetObject').rejects(timeout);
    expect(await getObject()).toBe(timeout);
    expect(timeout).not.toHaveProperty('$metadata');
  });

  test('that a service would give, too', async () => {
    const missing = new NoSuchKey({ message: 'No such key.', $metadata: {} });
    stub(S3Client).on('GetObject').rejects(missing);
    expect(await getObject()).toBe(missing);
  });
});

describe('rejects', () => {
  test('keeps the details as they were when the stub was written', async () => {
    const details = { message: 'first', $metadata: { httpStatusCode: 404 } };
    stub(S3Client).on('GetObject').rejects('NoSuchKey', details);
    details.message = 'second';
    details.$metadata.httpStatusCode = 500;
    expect(await getObject()).toMatchObject({
      message: 'first',
      $metadata: { httpStatusCode: 404 },
    });
  });

  test('gives an error whose stack leads to the test', async () => {
    stub(S3Client).on('GetObject').rejects('NoSuchKey');
    expect((await getObject()) as Error).toHaveProperty(
      'stack',
      expect.stringContaining('NoSuchKey'),
    );
  });
});

describe('wrong use: rejects() refuses', () => {
  const rejects = (error: unknown, details?: ErrorDetails) => () =>
    stub(S3Client)
      .on('GetObject')
      .rejects(error as string, details);

  test('details beside an error, which is given as it is', () => {
    expect(rejects(new Error('no'), { message: 'never' })).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(S3Client).on().rejects() throws an error as it is, so it takes no details beside it; put them on the error, or give its code.]`,
    );
  });

  test('nothing', () => {
    expect(rejects(undefined)).toThrow(
      "stub(S3Client).on().rejects() takes an error's code ('NoSuchKey'), its class, or an Error, but got nothing.",
    );
    expect(rejects(null)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(S3Client).on().rejects() takes an error's code ('NoSuchKey'), its class, or an Error, but got null.]`,
    );
  });

  test('an empty code', () => {
    expect(rejects('it went wrong')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(S3Client).on().rejects() takes an error's code, which has no spaces, but got 'it went wrong'. Write the message beside a code ('InternalError', { message: 'it went wrong' }), or give an error: new Error('it went wrong').]`,
    );
    expect(rejects('')).toThrow(
      "stub(S3Client).on().rejects() takes an error's code ('NoSuchKey'), its class, or an Error, but got an empty text.",
    );
  });

  test('what is neither code, class nor error', () => {
    expect(rejects({ name: 'NoSuchKey' })).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(S3Client).on().rejects() takes an error's code ('NoSuchKey'), its class, or an Error, but got an object.]`,
    );
    expect(rejects(404)).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(S3Client).on().rejects() takes an error's code ('NoSuchKey'), its class, or an Error, but got 404.]`,
    );
    expect(rejects(() => new Error('no'))).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(S3Client).on().rejects() takes an error's code ('NoSuchKey'), its class, or an Error, but got a function.]`,
    );
  });

  test('details that are no object', () => {
    expect(rejects('NoSuchKey', 'No such key.' as never)).toThrow(
      "stub(S3Client).on().rejects() takes details as an object, such as { message: 'No such key.' }, but got a string.",
    );
  });

  test('the same, once', () => {
    expect(() =>
      stub(S3Client)
        .on('GetObject')
        .rejectsOnce(404 as never),
    ).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(S3Client).on().rejectsOnce() takes an error's code ('NoSuchKey'), its class, or an Error, but got 404.]`,
    );
  });

  test.each<[string, object, string]>([
    [
      'NoSuchKey',
      { $metadata: { httpStatus: 404 } },
      '$metadata.httpStatus: no such member; allowed: httpStatusCode',
    ],
    [
      'Boom',
      { $metadata: { httpStatusCode: '404' } },
      '$metadata.httpStatusCode: expected a number, got the string "404"',
    ],
    ['Boom', { $metdata: {} }, '$metdata: no such member; did you mean $metadata?'],
    ['Boom', { mesage: 'x' }, 'mesage: no such member; did you mean message?'],
    ['Boom', { message: 5 }, 'message: expected a string, got the number 5'],
    ['Boom', { $fault: 'sever' }, "$fault: expected 'client' or 'server', got 'sever'"],
  ])('details that no error has: %s %j', (code, details, problem) => {
    expect(rejects(code, details as never)).toThrow(problem);
  });
});
