import { isJest } from './runners.mjs';

const VITEST = ['vitest-forks', 'vitest-threads'];

/** Each side stubs the same three calls, and asserts what was called. */
export const SIDES = [
  {
    name: 'floor',
    runners: [...VITEST, 'jest'],
    setUp: () => ({}),
    imports: () => '',
    file: `
      const calls = [];
      const answers = { CreateVpcCommand: VPC, GetObjectCommand: OBJECT, GetItemCommand: ITEM };
      for (const Client of [EC2Client, S3Client, DynamoDBClient]) {
        Client.prototype.send = async (command) => {
          calls.push(command);
          return answers[command.constructor.name];
        };
      }
      beforeEach(() => { calls.length = 0; });`,
    arrange: '',
    assert: `
      expect(calls.map(({ constructor }) => constructor.name)).toContain('CreateVpcCommand');
      expect(calls.find((each) => each instanceof GetObjectCommand).input).toEqual(expect.objectContaining({ Key: 'k' }));
      expect(calls.filter((each) => each instanceof GetItemCommand)).toHaveLength(1);`,
  },
  {
    name: 'setup',
    runners: [...VITEST, 'jest'],
    setUp: (runner) =>
      isJest(runner)
        ? { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] }
        : { test: { setupFiles: ['aws-sdk-stubber/vitest'] } },
    ...ours(),
  },
  {
    name: 'plugin',
    runners: VITEST,
    setUp: () => ({ plugin: true }),
    ...ours(),
  },
  {
    name: 'theirs',
    runners: [...VITEST, 'jest'],
    setUp: () => ({}),
    imports: (runner) =>
      isJest(runner)
        ? `const { mockClient } = require('aws-sdk-client-mock');
           require('aws-sdk-client-mock-jest');`
        : `import { mockClient } from 'aws-sdk-client-mock';
           import 'aws-sdk-client-mock-vitest/extend';`,
    file: `
      const ec2 = mockClient(EC2Client), s3 = mockClient(S3Client), dynamodb = mockClient(DynamoDBClient);
      beforeEach(() => { ec2.reset(); s3.reset(); dynamodb.reset(); });`,
    arrange: `
      ec2.on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' }).resolves(VPC);
      s3.on(GetObjectCommand, { Bucket: 'b' }).resolves(OBJECT);
      dynamodb.on(GetItemCommand).resolves(ITEM);`,
    assert: `
      expect(ec2).toHaveReceivedCommand(CreateVpcCommand);
      expect(s3).toHaveReceivedCommandWith(GetObjectCommand, { Bucket: 'b', Key: 'k' });
      expect(dynamodb).toHaveReceivedCommandTimes(GetItemCommand, 1);`,
  },
];

function ours() {
  return {
    imports: (runner) =>
      isJest(runner)
        ? `const { stub } = require('aws-sdk-stubber');`
        : `import { stub } from 'aws-sdk-stubber';`,
    file: '',
    arrange: `
      stub(EC2Client).on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' }).resolves(VPC);
      stub(S3Client).on(GetObjectCommand, { Bucket: 'b' }).resolves(OBJECT);
      stub(DynamoDBClient).on(GetItemCommand).resolves(ITEM);`,
    assert: `
      expect(EC2Client).toHaveCalledOperation('CreateVpc');
      expect(S3Client).toHaveCalledOperation('GetObject', { Bucket: 'b', Key: 'k' });
      expect(DynamoDBClient).toHaveCalledOperationTimes('GetItem', 1);`,
  };
}
