import { Figures } from '../figures.mjs';
import { inTurns, runs } from './files.mjs';

/** In µs, for every operation. */
const LIMIT = 60;

/** By service, what is measured in `tests/services.mjs`, and what a row says of it besides its name. */
const OPERATIONS = {
  SSM: {
    PutParameter: '',
    GetParameter: '',
    GetParameters: ' of ten',
    GetParametersByPath: ' of ten',
    DescribeParameters: ' of ten',
  },
  'Secrets Manager': {
    CreateSecret: '',
    GetSecretValue: '',
    PutSecretValue: '',
    DescribeSecret: '',
    ListSecrets: ' of ten',
  },
  SQS: {
    SendMessage: '',
    ReceiveMessage: ' of one among 200',
    DeleteMessage: '',
  },
  SFN: {
    CreateStateMachine: '',
    StartExecution: '',
    StartSyncExecution: '',
    DescribeExecution: ' among 100',
    GetExecutionHistory: '',
    ListExecutions: ', ten of 100',
  },
};

export const about = 'CPU time of operations of smaller services, which fixtures play';
export const title = 'an operation of a smaller service, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 1 : 3, { ours: runs('services', 'ours') });
  const figures = new Figures(await workspace.vitest(files));
  return Object.entries(OPERATIONS).flatMap(([service, operations]) =>
    Object.entries(operations).map(([operation, besides]) => {
      const key = `${service} ${operation}`;
      const ours = figures.median(key, 'ours');
      return { key, name: key + besides, ours, theirs: undefined, limit: LIMIT };
    }),
  );
}

/** There are none: the figures are µs. */
export function ratiosOf() {
  return {};
}
