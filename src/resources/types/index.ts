import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type {
  CloudFormationClient,
  CloudFormationClientConfig,
} from '@aws-sdk/client-cloudformation';
import type { CloudWatchClient, CloudWatchClientConfig } from '@aws-sdk/client-cloudwatch';
import type { DynamoDBClient, DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { EC2Client, EC2ClientConfig } from '@aws-sdk/client-ec2';
import type { GlacierClient, GlacierClientConfig } from '@aws-sdk/client-glacier';
import type { IAMClient, IAMClientConfig } from '@aws-sdk/client-iam';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { SNSClient, SNSClientConfig } from '@aws-sdk/client-sns';
import type { SQSClient, SQSClientConfig } from '@aws-sdk/client-sqs';
import type * as cloudformation from './cloudformation.js';
import type * as cloudwatch from './cloudwatch.js';
import type * as dynamodb from './dynamodb.js';
import type * as ec2 from './ec2.js';
import type * as glacier from './glacier.js';
import type * as iam from './iam.js';
import type * as s3 from './s3.js';
import type * as sns from './sns.js';
import type * as sqs from './sqs.js';

export type { cloudformation, cloudwatch, dynamodb, ec2, glacier, iam, s3, sns, sqs };
export type * from './shared.js';

/** The service resources, by the name of their service. */
export interface ServiceResources {
  cloudformation: cloudformation.ServiceResource;
  cloudwatch: cloudwatch.ServiceResource;
  dynamodb: dynamodb.ServiceResource;
  ec2: ec2.ServiceResource;
  glacier: glacier.ServiceResource;
  iam: iam.ServiceResource;
  s3: s3.ServiceResource;
  sns: sns.ServiceResource;
  sqs: sqs.ServiceResource;
}

/** What a client of a service is made with. */
export interface ClientConfigs {
  cloudformation: CloudFormationClientConfig;
  cloudwatch: CloudWatchClientConfig;
  dynamodb: DynamoDBClientConfig;
  ec2: EC2ClientConfig;
  glacier: GlacierClientConfig;
  iam: IAMClientConfig;
  s3: S3ClientConfig;
  sns: SNSClientConfig;
  sqs: SQSClientConfig;
}

/**
 * A client's type; of a package that is not installed there is none, and nothing must fit. (Inside a
 * member, because TypeScript does not look at a condition on the type of what it could not find.)
 */
type Installed<Client> = { is: 0 } extends { is: 1 & Client } ? never : Client;

/** `resource()`, typed for each client. */
export interface ResourceOf {
  (client: Installed<S3Client>): s3.ServiceResource;
  (client: Installed<DynamoDBClient> | Installed<DynamoDBDocumentClient>): dynamodb.ServiceResource;
  (client: Installed<EC2Client>): ec2.ServiceResource;
  (client: Installed<SQSClient>): sqs.ServiceResource;
  (client: Installed<SNSClient>): sns.ServiceResource;
  (client: Installed<IAMClient>): iam.ServiceResource;
  (client: Installed<CloudFormationClient>): cloudformation.ServiceResource;
  (client: Installed<CloudWatchClient>): cloudwatch.ServiceResource;
  (client: Installed<GlacierClient>): glacier.ServiceResource;
  <Name extends keyof ServiceResources>(
    service: Name,
    config?: ClientConfigs[Name],
  ): ServiceResources[Name];
}
