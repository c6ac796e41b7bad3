import { stub } from 'aws-sdk-stubber';
import * as code from './clients.js';
import { extended, importedBy, lasting, loadAgain, loadAlone } from './modules.js';

test('EC2Client', async () => {
  stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
  expect((await code.describeVpcs()).NextToken).toBe('stubbed');
  expect('EC2').toHaveCalledOperationOnce('DescribeVpcs');
});

if (importedBy() !== undefined) {
  test('fast imports', () => {
    expect(importedBy()).toBe('require');
  });
}

test('aggregated EC2', async () => {
  stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
  expect((await code.aggregated()).NextToken).toBe('stubbed');
});

test('built at import', async () => {
  stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
  expect((await code.fromStart()).NextToken).toBe('stubbed');
});

test('document client', async () => {
  stub('DynamoDB')
    .on('GetItem')
    .resolves({ Item: { id: { N: '1' } } });
  stub('DynamoDBDocument')
    .on('Get')
    .resolves({ Item: { id: 1 } });
  expect((await code.getItem()).Item).toEqual({ id: 1 });
});

test('SDK 3.840', async () => {
  stub('SQS')
    .on('ListQueues')
    .resolves({ QueueUrls: ['stubbed'] });
  expect((await code.listQueues()).QueueUrls).toEqual(['stubbed']);
});

test('SDK 3.600', async () => {
  stub('S3').on('ListBuckets').resolves({ Buckets: [] });
  expect((await code.listBuckets()).Buckets).toEqual([]);
});

test('in a dependency', async () => {
  stub('SNS')
    .on('ListTopics')
    .resolves({ Topics: [{ TopicArn: 'arn' }] });
  expect((await code.listTopics()).Topics).toEqual([{ TopicArn: 'arn' }]);
});

test('STS in credentials', async () => {
  const Credentials = {
    AccessKeyId: 'stubbed-key-id-000',
    SecretAccessKey: 'secret',
    SessionToken: 'token',
    Expiration: new Date(Date.now() + 3_600_000),
  };
  stub('STS').on('AssumeRole').resolves({ Credentials });
  expect((await code.assumedRole()).accessKeyId).toBe('stubbed-key-id-000');
});

test('after resetModules', async () => {
  const again = await loadAgain();
  expect(again.describeVpcs).not.toBe(code.describeVpcs);
  stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
  expect((await again.fromStart()).NextToken).toBe('stubbed');
  expect((await code.fromStart()).NextToken).toBe('stubbed');
  expect('EC2').toHaveCalledOperationTimes('DescribeVpcs', 2);
});

if (loadAlone !== undefined) {
  test('in isolateModules', async () => {
    const alone = await loadAlone();
    stub('EC2').on('DescribeVpcs').resolves({ NextToken: 'stubbed' });
    expect((await alone.fromStart()).NextToken).toBe('stubbed');
    expect('EC2').toHaveCalledOperationOnce('DescribeVpcs');
  });
}

// Two have the same name.
for (const [i, name] of ['one', 'twin', 'twin'].entries()) {
  test.concurrent(`concurrent: ${name}`, async () => {
    const NextToken = `${name} ${i}`;
    stub('EC2').on('DescribeVpcs').resolves({ NextToken });
    for (let call = 0; call < 3; call++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect((await code.describeVpcs()).NextToken).toBe(NextToken);
    }
    expect('EC2').toHaveCalledOperationTimes('DescribeVpcs', 3);
  });
}

if (extended !== undefined) {
  for (const name of ['concurrent: a fixture', 'concurrent: another fixture']) {
    extended.concurrent(name, ({ token }) => {
      expect(token).toBe(name);
      expect('EC2').toHaveCalledOperationOnce('DescribeVpcs');
    });
  }
}

if (lasting !== undefined) {
  for (const name of ['lasting fixture: first', 'lasting fixture: second']) {
    lasting(name, async ({ ask }) => {
      stub('EC2').on('DescribeVpcs').resolves({ NextToken: name });
      expect(await ask()).toBe(name);
      expect('EC2').toHaveCalledOperationOnce('DescribeVpcs');
    });
  }
}

test('worker thread', async () => {
  await code.inThread();
  throw new Error('The thread came through.');
});

// These must fail at their end, though the code swallows the error.
test('unstubbed', async () => {
  await code.describeVpcs().catch(() => undefined);
});

test('connection', async () => {
  await fetch('https://example.org/').catch(() => undefined);
});

test('look-up', async () => {
  for (const lookUp of [code.lookUp, code.resolveName]) {
    const error = await lookUp('example.org').catch((thrown) => thrown);
    expect(error).toHaveProperty('code', 'NETWORK_BLOCKED');
  }
});

let late;
test('late call', () => {
  const pause = new Promise((resolve) => setTimeout(resolve, 20));
  late = pause.then(code.describeVpcs).catch(() => undefined);
});

test('late call: the next test', async () => {
  await late;
  expect('EC2').not.toHaveCalledAnyOperation();
});

// It must fail the file: the title of the column is 'end of file'.
afterAll(async () => {
  await code.listQueues().catch(() => undefined);
});
