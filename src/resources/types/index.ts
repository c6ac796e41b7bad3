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

/** @deprecated It has the name that a variable likes to have: write `EC2Resources`, and so on. */
export type { cloudformation, cloudwatch, dynamodb, ec2, glacier, iam, s3, sns, sqs };
/** The kinds of a service: `EC2Resources.Vpc`. */
export type {
  cloudformation as CloudFormationResources,
  cloudwatch as CloudWatchResources,
  dynamodb as DynamoDBResources,
  ec2 as EC2Resources,
  glacier as GlacierResources,
  iam as IAMResources,
  s3 as S3Resources,
  sns as SNSResources,
  sqs as SQSResources,
};
export type { Condition, ItemAttribute, KeyAttribute } from './conditions.js';
export type * from './shared.js';
export type { CopySource, TransferOptions } from './transfers.js';

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

/** The clients of each service. */
interface Clients {
  cloudformation: CloudFormationClient;
  cloudwatch: CloudWatchClient;
  dynamodb: DynamoDBClient;
  dynamodbDocument: DynamoDBDocumentClient;
  ec2: EC2Client;
  glacier: GlacierClient;
  iam: IAMClient;
  s3: S3Client;
  sns: SNSClient;
  sqs: SQSClient;
}

/** As far as a client's type says whose it is: the stack knows the inputs of its service. */
interface AnyClient {
  readonly middlewareStack: unknown;
  readonly config: unknown;
  send(...args: never[]): unknown;
}

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * The name of a client's service. By identity: to TypeScript most clients are assignable to each other.
 * A package that is not installed has no types, and none of its clients can be meant.
 */
type NameOf<Client extends AnyClient> = {
  [Name in keyof Clients]: Same<
    Client['middlewareStack'],
    Clients[Name]['middlewareStack']
  > extends true
    ? Name extends 'dynamodbDocument'
      ? 'dynamodb'
      : Name
    : never;
}[keyof Clients];

export interface ResourceOptions {
  /**
   * Whether inputs are checked before they are sent; true where nothing is said. False is for a service that is off
   * its model. In tests the settings of stubs decide.
   */
  readonly validate?: boolean;
}

/** `resource()`, typed for each client. */
export interface ResourceOf {
  <Client extends AnyClient>(
    client: [NameOf<Client>] extends [never] ? never : Client,
    options?: ResourceOptions,
  ): ServiceResources[Exclude<NameOf<Client>, 'dynamodbDocument'>];
  <Name extends keyof ServiceResources>(
    service: Name,
    config?: ClientConfigs[Name],
    options?: ResourceOptions,
  ): ServiceResources[Name];
}
