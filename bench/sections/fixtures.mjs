import { Figures } from '../figures.mjs';
import { ratioOf } from '../table.mjs';
import { inTurns, runs } from './files.mjs';

/** In µs. */
const LIMITS = { call: 60, object: 100, account: 50, pattern: 5000 };

export const about = 'CPU time of operations that fixtures play, and of s3rver for two of them';
export const title = 'an operation on an account, µs CPU';

export async function measure(workspace, quick) {
  const files = inTurns(quick ? 1 : 3, {
    ours: runs('fixtures', 'ours'),
    theirs: runs('s3rver', 's3rver'),
  });
  const figures = new Figures(await workspace.vitest(files));
  const ours = (key) => figures.median(key, 'ours');
  const empty = ours('empty');
  return [
    row('CreateVpc', 'EC2 CreateVpc', LIMITS.call),
    row('DescribeVpcs', 'EC2 DescribeVpcs of one', LIMITS.call),
    row('PutEvents', 'EventBridge PutEvents of one, to a bus by a rule', LIMITS.call),
    row('Publish', 'SNS Publish, to two queues, one with a filter', LIMITS.call),
    row('GetRole', 'IAM GetRole', LIMITS.call),
    row('PutRolePolicy', 'IAM PutRolePolicy', LIMITS.call),
    row('Encrypt', 'KMS Encrypt', LIMITS.call),
    row('Decrypt', 'KMS Decrypt', LIMITS.call),
    row('GenerateDataKey', 'KMS GenerateDataKey', LIMITS.call),
    row('GenerateMac', 'KMS GenerateMac', LIMITS.call),
    row('AssumeRole', 'STS AssumeRole, by a trust policy', LIMITS.call),
    row('StartConfigurationSession', 'AppConfig Data StartConfigurationSession', LIMITS.call),
    row('pattern', 'an event pattern of ten conditions against 1,000 events', LIMITS.pattern),
    beside('PutObject', 'S3 PutObject of 1 KiB; theirs: s3rver'),
    beside('GetObject', 'S3 GetObject of 1 KiB, read; theirs: s3rver'),
    {
      ...row('account', 'a fresh account in a test', LIMITS.account),
      ours: ours('account') - empty,
    },
    { ...row('call', 'a fresh account, and a first call of EC2'), ours: ours('call') - empty },
    row('id-100', 'DescribeSubnets by id among 100'),
    row('id-1000', 'DescribeSubnets by id among 1,000'),
    row('id-10000', 'DescribeSubnets by id among 10,000'),
    row('filter-100', 'DescribeSubnets by a filter among 100'),
    row('filter-1000', 'DescribeSubnets by a filter among 1,000'),
    row('filter-10000', 'DescribeSubnets by a filter among 10,000'),
    row('page-1000', 'a page of a bucket with 1,000 keys'),
    row('page-100000', 'a page of a bucket with 100,000 keys'),
  ];

  function row(key, name, limit) {
    return { key, name, ours: ours(key), theirs: undefined, limit };
  }

  function beside(key, name) {
    return { ...row(key, name, LIMITS.object), theirs: figures.median(key, 'theirs') };
  }
}

/** Ours by s3rver's for the objects; ours by ours for what should not grow, or grow with the number only. */
export function ratiosOf(rows) {
  const of = (wanted) => rows.find(({ key }) => key === wanted);
  return {
    PutObject: ratioOf(of('PutObject')),
    GetObject: ratioOf(of('GetObject')),
    byId: of('id-10000').ours / of('id-100').ours,
    byFilter: of('filter-10000').ours / of('filter-1000').ours,
    page: of('page-100000').ours / of('page-1000').ours,
  };
}
