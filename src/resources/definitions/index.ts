import { cloudformation } from './cloudformation.js';
import { cloudwatch } from './cloudwatch.js';
import { dynamodb } from './dynamodb.js';
import { ec2 } from './ec2.js';
import { glacier } from './glacier.js';
import { iam } from './iam.js';
import { s3 } from './s3.js';
import { sns } from './sns.js';
import { sqs } from './sqs.js';

/**
 * The tables of the services that have resources. They are plain text until a service is used: all of
 * them load in a fraction of a millisecond, and reading a line is put off until its kind is needed.
 *
 * Source: boto3's resource interface (boto3.amazonaws.com, "Resources").
 */
export const definitions = {
  cloudformation,
  cloudwatch,
  dynamodb,
  ec2,
  glacier,
  iam,
  s3,
  sns,
  sqs,
};

/** A service that has resources, as `resource('s3')` names it. */
export type ServiceName = keyof typeof definitions;
