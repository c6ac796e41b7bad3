import {
  AssociateVpcCidrBlockCommand,
  CreateVpcCommand,
  EC2,
  EC2Client,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { stub } from '../../src/index.js';

describe('DESIGN: a stub for an operation that the service does not have', () => {
  test('throws at once, with the nearest name', () => {
    expect(() => stub(EC2Client).on('CreateVpcs')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'CreateVpcs'. Did you mean 'CreateVpc'?]`,
    );
  });

  test('throws for every kind of target', () => {
    class Audited extends EC2Client {}
    const targets = [EC2Client, EC2, new EC2Client({}), new EC2({}), 'EC2', 'ec2', Audited];
    for (const target of [...targets, stub(EC2Client)]) {
      expect(() => stub(target).on('CreateVpcs')).toThrow("Did you mean 'CreateVpc'?");
      expect(() => stub(target).expects('CreateVpcs')).toThrow("Did you mean 'CreateVpc'?");
    }
  });

  test('names the target as it was written', () => {
    expect(() => stub(new EC2({})).on('X')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(ec2).on(): this EC2Client has no operation 'X'.]`,
    );
    expect(() => stub('EC2').expects('X')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub('EC2').expects(): EC2 has no operation 'X'.]`,
    );
  });

  test('proposes the right case', () => {
    expect(() => stub(EC2Client).on('createVpc')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'createVpc'. Did you mean 'CreateVpc'?]`,
    );
    expect(() => stub('S3').on('getobject')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub('S3').on(): S3 has no operation 'getobject'. Did you mean 'GetObject'?]`,
    );
  });

  test('proposes the name without Command', () => {
    expect(() => stub(EC2Client).on('CreateVpcCommand')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'CreateVpcCommand'. Did you mean 'CreateVpc'?]`,
    );
  });

  test('proposes nothing where nothing is near', () => {
    expect(() => stub(EC2Client).on('Frobnicate')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation 'Frobnicate'.]`,
    );
    expect(() => stub(EC2Client).on('')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub(EC2Client).on(): EC2Client has no operation ''.]`,
    );
  });

  test('throws for a command class of another service', () => {
    expect(() => stub(EC2Client).on(PutObjectCommand as never)).toThrow(
      "stub(EC2Client).on(): EC2Client has no operation 'PutObject'.",
    );
    expect(() => stub('S3').expects(CreateVpcCommand)).toThrow(
      "stub('S3').expects(): S3 has no operation 'CreateVpc'.",
    );
  });

  test('throws for an operation of another service', () => {
    expect(() => stub(S3Client).on('CreateVpc')).toThrow(
      "stub(S3Client).on(): S3Client has no operation 'CreateVpc'.",
    );
  });

  test('leaves no stub and no expectation behind', async () => {
    expect(() => stub(EC2Client).expects('CreateVpcs')).toThrow();
    expect(stub()).toHaveNoPendingStubs();
    stub(EC2Client).on('DescribeVpcs').resolves({});
    await new EC2Client({}).send(new DescribeVpcsCommand({}));
  });
});

describe('an operation that cannot be looked up', () => {
  test('is taken as it is: of a service that the project has no client of', () => {
    expect(() => stub('CloudWatch Logs').on('PutLogEvents')).not.toThrow();
  });

  test('is taken as it is: of every client', () => {
    expect(() => stub().on('PutLogEvents')).not.toThrow();
    expect(stub()).not.toHaveCalledOperation('GetForecast');
  });
});

describe('a misspelt operation of every client', () => {
  test('is refused where it is near to one of an installed client, loaded or not', () => {
    expect(() => stub().on('CreatVpc')).toThrowErrorMatchingInlineSnapshot(
      `[WrongUseError: stub().on(): no AWS client of this project has an operation 'CreatVpc'. Did you mean 'CreateVpc'? For an operation of a client of your own give its command class.]`,
    );
    for (const [given, meant] of [
      ['CreatVpc', 'CreateVpc'],
      ['createVpc', 'CreateVpc'],
      ['CreateVpcCommand', 'CreateVpc'],
      ['DescribeInstanes', 'DescribeInstances'],
      ['PutItme', 'PutItem'],
      ['RecieveMessage', 'ReceiveMessage'],
      ['CreateLogGruop', undefined],
    ] as const) {
      const named = [
        () => stub().on(given),
        () => stub().expects(given),
        () => stub().calls(given),
        () => {
          expect(stub()).not.toHaveCalledOperation(given);
        },
        () => {
          expect(stub()).toHaveCalledOnlyOperations([given]);
        },
      ];
      if (meant === undefined) expect(named[0]).not.toThrow();
      else for (const each of named) expect(each).toThrow(`Did you mean '${meant}'?`);
    }
  });

  test('is none where the name is lib-dynamodb’s', () => {
    for (const name of ['Get', 'Put', 'GetItem', 'BatchGet'])
      expect(() => stub().on(name)).not.toThrow();
  });

  test('is none where a client of one’s own has it, and a test says so', () => {
    stub('Weather', { unknownService: true });
    expect(() => stub().on('GetItems')).not.toThrow();
  });

  test('is none where it was called', async () => {
    class GetItemsCommand {
      readonly input = {};
      resolveMiddleware() {
        throw new Error('It is answered before.');
      }
    }
    const client = new EC2Client({});
    stub(EC2Client).onAnyOperation().resolves({});
    expect(() => stub().calls('GetItems')).toThrow("Did you mean 'GetItem'?");
    await client.send(new GetItemsCommand() as never);
    expect(stub()).toHaveCalledOperation('GetItems');
  });
});

describe('an operation of the service', () => {
  test('is taken by name and by class', () => {
    for (const target of [EC2Client, 'EC2']) {
      expect(() => stub(target).on('AssociateVpcCidrBlock')).not.toThrow();
      expect(() => stub(target).on(AssociateVpcCidrBlockCommand)).not.toThrow();
    }
  });
});
