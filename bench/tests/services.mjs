import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { useAwsFixture } from 'aws-sdk-stubber';
import { measurePlayed } from './played.mjs';

/** Operations of smaller services, in many tests, each with an account of its own. */
export function run({ side }) {
  parameters((row, prepare) => measurePlayed(`SSM ${row}`, side, new SSMClient({}), prepare));
  secrets((row, prepare) =>
    measurePlayed(`Secrets Manager ${row}`, side, new SecretsManagerClient({}), prepare),
  );
  queues((row, prepare) => measurePlayed(`SQS ${row}`, side, new SQSClient({}), prepare));
  stateMachines((row, prepare) => measurePlayed(`SFN ${row}`, side, new SFNClient({}), prepare));
}

function parameters(measure) {
  const names = Array.from({ length: 10 }, (_, n) => `/app/${n}`);
  const ten = () => {
    useAwsFixture('parameters', Object.fromEntries(names.map((name) => [name, 'x'])));
  };
  measure('PutParameter', () => {
    useAwsFixture('account');
    return (n) => new PutParameterCommand({ Name: `/app/${n}`, Value: 'x', Type: 'String' });
  });
  measure('GetParameter', () => {
    ten();
    return (n) => new GetParameterCommand({ Name: names[n % 10] });
  });
  measure('GetParameters', () => {
    ten();
    return () => new GetParametersCommand({ Names: names });
  });
  measure('GetParametersByPath', () => {
    ten();
    return () => new GetParametersByPathCommand({ Path: '/app' });
  });
  measure('DescribeParameters', () => {
    ten();
    return () => new DescribeParametersCommand({});
  });
}

function secrets(measure) {
  const secret = () => {
    useAwsFixture('secret', { name: 'db', value: { user: 'a', password: 'b' } });
    return 'db';
  };
  measure('CreateSecret', () => {
    useAwsFixture('account');
    return (n) => new CreateSecretCommand({ Name: `db-${n}`, SecretString: 'x' });
  });
  measure('GetSecretValue', () => {
    const SecretId = secret();
    return () => new GetSecretValueCommand({ SecretId });
  });
  measure('PutSecretValue', () => {
    const SecretId = secret();
    return (n) => new PutSecretValueCommand({ SecretId, SecretString: String(n) });
  });
  measure('DescribeSecret', () => {
    const SecretId = secret();
    return () => new DescribeSecretCommand({ SecretId });
  });
  measure('ListSecrets', () => {
    for (let n = 0; n < 10; n++) useAwsFixture('secret');
    return () => new ListSecretsCommand({});
  });
}

function queues(measure) {
  const filled = () => {
    const messages = Array.from({ length: 200 }, (_, n) => ({ id: n }));
    return useAwsFixture('queue', { messages }).url;
  };
  measure('SendMessage', () => {
    const QueueUrl = useAwsFixture('queue').url;
    return (n) => new SendMessageCommand({ QueueUrl, MessageBody: `{"id":${n}}` });
  });
  measure('ReceiveMessage', () => {
    const QueueUrl = filled();
    return () => new ReceiveMessageCommand({ QueueUrl });
  });
  measure('DeleteMessage', () => {
    const account = useAwsFixture('account');
    const QueueUrl = filled();
    return () => {
      const { Messages } = account.call('SQS', 'ReceiveMessage', { QueueUrl });
      return new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages[0].ReceiptHandle });
    };
  });
}

const DEFINITION = JSON.stringify({
  StartAt: 'Work',
  States: { Work: { Type: 'Pass', Next: 'Done' }, Done: { Type: 'Succeed' } },
});

function stateMachines(measure) {
  const machine = (options) =>
    useAwsFixture('state-machine', { outcome: { a: 1 }, ...options }).arn;
  const started = (stateMachineArn) => {
    const account = useAwsFixture('account');
    const input = { stateMachineArn, input: '{"id":1}' };
    return Array.from(
      { length: 100 },
      () => account.call('SFN', 'StartExecution', input).executionArn,
    );
  };
  measure('CreateStateMachine', () => {
    useAwsFixture('account');
    const roleArn = 'arn:aws:iam::123456789012:role/run';
    return (n) =>
      new CreateStateMachineCommand({ name: `m-${n}`, definition: DEFINITION, roleArn });
  });
  measure('StartExecution', () => {
    const stateMachineArn = machine();
    return () => new StartExecutionCommand({ stateMachineArn, input: '{"id":1}' });
  });
  measure('StartSyncExecution', () => {
    const stateMachineArn = machine({ type: 'EXPRESS' });
    return () => new StartSyncExecutionCommand({ stateMachineArn, input: '{"id":1}' });
  });
  measure('DescribeExecution', () => {
    const arns = started(machine());
    return (n) => new DescribeExecutionCommand({ executionArn: arns[n % 100] });
  });
  measure('GetExecutionHistory', () => {
    const arns = started(machine());
    return (n) => new GetExecutionHistoryCommand({ executionArn: arns[n % 100] });
  });
  measure('ListExecutions', () => {
    const stateMachineArn = machine();
    started(stateMachineArn);
    return () => new ListExecutionsCommand({ stateMachineArn, maxResults: 10 });
  });
}
