import { readFileSync } from 'node:fs';
import { Client } from '@smithy/core/client';
import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { configure, stub, Stubber } from '../../src/index.js';
import { packagesOf } from '../../src/model/index.js';

describe('a service id', () => {
  test('that AWS does not have is refused, with the one that was meant', async () => {
    stub(EC2Client).on('CreateVpc').resolves({});
    await new EC2Client({}).send(new CreateVpcCommand({}));
    expect(() => stub('EC3')).toThrow(
      "stub(): there is no service 'EC3'. Did you mean 'EC2'? " +
        "Where a client of your own has this id, write stub('EC3', { unknownService: true }).",
    );
    expect(() => {
      expect('EC22').not.toHaveCalledAnyOperation();
    }).toThrow(
      "expect(…).toHaveCalledAnyOperation(): there is no service 'EC22'. Did you mean 'EC2'?",
    );
    expect(() => new Stubber('S4')).toThrow("there is no service 'S4'. Did you mean 'S3'?");
    expect(() => stub('Weather')).toThrow("there is no service 'Weather'. Where a client of");
  });

  test.each([
    ['dynamo', 'DynamoDB'],
    ['client-ec2', 'EC2'],
    ['@aws-sdk/client-s3-control', 'S3 Control'],
    ['@aws-sdk/lib-dynamodb', 'DynamoDBDocument'],
    ['DocumentClient', 'DynamoDBDocument'],
    ['StepFunctions', 'SFN'],
    ['CognitoIdentityServiceProvider', 'Cognito Identity Provider'],
    ['cognito-idp', 'Cognito Identity Provider'],
    ['ELBv2', 'Elastic Load Balancing v2'],
    ['logs', 'CloudWatch Logs'],
    ['AWSLambda', 'Lambda'],
    ['AmazonSQS', 'SQS'],
    ['SecretManager', 'Secrets Manager'],
  ])('written as %s is %s', (written, id) => {
    expect(() => stub(written)).toThrow(`Did you mean '${id}'?`);
  });

  test('is taken as AWS writes it and squeezed, installed or not', () => {
    for (const id of [
      'EC2',
      'ec2',
      'EC2Client',
      'S3 Control',
      'S3Control',
      's3control',
      's3-control',
    ])
      expect(() => stub(id)).not.toThrow();
    for (const id of [
      'API Gateway',
      'apigateway',
      'SES',
      'SESv2',
      'IoT Data Plane',
      'DynamoDBDocumentClient',
    ])
      expect(() => stub(id)).not.toThrow();
  });

  test('of every client of the SDK is known', () => {
    const { ids } = JSON.parse(readFileSync('src/model/service-ids.json', 'utf8')) as {
      ids: string[];
    };
    const known = new Set(ids.flatMap((id) => packagesOf(id)));
    const packages = readFileSync('scripts/client-packages.txt', 'utf8').trim().split('\n');
    expect(packages.filter((name) => !known.has(name))).toEqual([]);
  });

  test('of a client of your own is taken where the test says so, and then in its assertions', async () => {
    stub('Weather', { unknownService: true }).on('GetForecast').resolves({ sky: 'blue' });
    expect('Weather').not.toHaveCalledAnyOperation();
    expect(() => {
      expect(stub('Tide', { unknownService: true })).toHaveCalledOperation('GetTide');
    }).toThrow('No operation was called on');
    await expect(weather().send(new GetForecastCommand({}))).resolves.toMatchObject({
      sky: 'blue',
    });
    expect('Weather').toHaveCalledOperation('GetForecast');
  });

  test('of a client of your own is known once that was called', async () => {
    configure({ unstubbed: 'empty' });
    expect(() => stub('Weather')).toThrow("there is no service 'Weather'");
    await weather().send(new GetForecastCommand({}));
    expect('Weather').toHaveCalledOperation('GetForecast');
  });

  test('is what `unknownService` is for, and nothing else', () => {
    expect(() => {
      configure({ unknownService: true });
    }).toThrow(
      "configure(): 'unknownService' is for one service id: write stub('Weather', { unknownService: true }).",
    );
  });
});

class GetForecastCommand {
  constructor(readonly input: object) {}
  resolveMiddleware(): () => Promise<{ output: object }> {
    return () => Promise.resolve({ output: {} });
  }
}

function weather(): { send(command: object): Promise<object> } {
  class WeatherClient extends Client<never, object, never, never> {}
  return new WeatherClient({ serviceId: 'Weather' } as never);
}
