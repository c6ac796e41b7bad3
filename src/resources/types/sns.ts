/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as SNS from '@aws-sdk/client-sns';
import type {
  Answer,
  Collection,
  Filled,
  LoadableResource,
  Resource,
  SendOptions,
} from './shared.js';

/** SNS: what `resource(client)` gives. */
export interface ServiceResource extends Resource<SNS.SNSClient> {
  /** Calls CreatePlatformApplication. */
  createPlatformApplication(
    input: SNS.CreatePlatformApplicationCommandInput,
    options?: SendOptions,
  ): Promise<PlatformApplication>;
  /** Calls CreateTopic. */
  createTopic(input: SNS.CreateTopicCommandInput, options?: SendOptions): Promise<Topic>;
  PlatformApplication(arn: string | { arn: string }): PlatformApplication;
  PlatformEndpoint(arn: string | { arn: string }): PlatformEndpoint;
  Subscription(arn: string | { arn: string }): Subscription;
  Topic(arn: string | { arn: string }): Topic;
  /** By ListPlatformApplications. */
  readonly platformApplications: Collection<
    PlatformApplication,
    SNS.ListPlatformApplicationsCommandInput
  >;
  /** By ListSubscriptions. */
  readonly subscriptions: Collection<Subscription, SNS.ListSubscriptionsCommandInput>;
  /** By ListTopics. */
  readonly topics: Collection<Topic, SNS.ListTopicsCommandInput>;
}

/** `sns.PlatformApplication`; its attributes are loaded by GetPlatformApplicationAttributes. */
export interface PlatformApplication extends LoadableResource<
  SNS.SNSClient,
  Answer<SNS.GetPlatformApplicationAttributesCommandOutput>
> {
  readonly arn: string;
  /** Calls CreatePlatformEndpoint. */
  createPlatformEndpoint(
    input: Filled<SNS.CreatePlatformEndpointCommandInput, 'PlatformApplicationArn'>,
    options?: SendOptions,
  ): Promise<PlatformEndpoint>;
  /** Calls DeletePlatformApplication. */
  delete(
    input?: Filled<SNS.DeletePlatformApplicationCommandInput, 'PlatformApplicationArn'>,
    options?: SendOptions,
  ): Promise<SNS.DeletePlatformApplicationCommandOutput>;
  /** Calls SetPlatformApplicationAttributes. */
  setAttributes(
    input: Filled<SNS.SetPlatformApplicationAttributesCommandInput, 'PlatformApplicationArn'>,
    options?: SendOptions,
  ): Promise<SNS.SetPlatformApplicationAttributesCommandOutput>;
  /** By ListEndpointsByPlatformApplication. */
  readonly endpoints: Collection<
    PlatformEndpoint,
    SNS.ListEndpointsByPlatformApplicationCommandInput
  >;
}

/** `sns.PlatformEndpoint`; its attributes are loaded by GetEndpointAttributes. */
export interface PlatformEndpoint extends LoadableResource<
  SNS.SNSClient,
  Answer<SNS.GetEndpointAttributesCommandOutput>
> {
  readonly arn: string;
  /** Calls DeleteEndpoint. */
  delete(
    input?: Filled<SNS.DeleteEndpointCommandInput, 'EndpointArn'>,
    options?: SendOptions,
  ): Promise<SNS.DeleteEndpointCommandOutput>;
  /** Calls Publish. */
  publish(
    input: Filled<SNS.PublishCommandInput, 'TargetArn'>,
    options?: SendOptions,
  ): Promise<SNS.PublishCommandOutput>;
  /** Calls SetEndpointAttributes. */
  setAttributes(
    input: Filled<SNS.SetEndpointAttributesCommandInput, 'EndpointArn'>,
    options?: SendOptions,
  ): Promise<SNS.SetEndpointAttributesCommandOutput>;
}

/** `sns.Subscription`; its attributes are loaded by GetSubscriptionAttributes. */
export interface Subscription extends LoadableResource<
  SNS.SNSClient,
  Answer<SNS.GetSubscriptionAttributesCommandOutput>
> {
  readonly arn: string;
  /** Calls Unsubscribe. */
  delete(
    input?: Filled<SNS.UnsubscribeCommandInput, 'SubscriptionArn'>,
    options?: SendOptions,
  ): Promise<SNS.UnsubscribeCommandOutput>;
  /** Calls SetSubscriptionAttributes. */
  setAttributes(
    input: Filled<SNS.SetSubscriptionAttributesCommandInput, 'SubscriptionArn'>,
    options?: SendOptions,
  ): Promise<SNS.SetSubscriptionAttributesCommandOutput>;
}

/** `sns.Topic`; its attributes are loaded by GetTopicAttributes. */
export interface Topic extends LoadableResource<
  SNS.SNSClient,
  Answer<SNS.GetTopicAttributesCommandOutput>
> {
  readonly arn: string;
  /** Calls AddPermission. */
  addPermission(
    input: Filled<SNS.AddPermissionCommandInput, 'TopicArn'>,
    options?: SendOptions,
  ): Promise<SNS.AddPermissionCommandOutput>;
  /** Calls ConfirmSubscription. */
  confirmSubscription(
    input: Filled<SNS.ConfirmSubscriptionCommandInput, 'TopicArn'>,
    options?: SendOptions,
  ): Promise<Subscription>;
  /** Calls DeleteTopic. */
  delete(
    input?: Filled<SNS.DeleteTopicCommandInput, 'TopicArn'>,
    options?: SendOptions,
  ): Promise<SNS.DeleteTopicCommandOutput>;
  /** Calls Publish. */
  publish(
    input: Filled<SNS.PublishCommandInput, 'TopicArn'>,
    options?: SendOptions,
  ): Promise<SNS.PublishCommandOutput>;
  /** Calls RemovePermission. */
  removePermission(
    input: Filled<SNS.RemovePermissionCommandInput, 'TopicArn'>,
    options?: SendOptions,
  ): Promise<SNS.RemovePermissionCommandOutput>;
  /** Calls SetTopicAttributes. */
  setAttributes(
    input: Filled<SNS.SetTopicAttributesCommandInput, 'TopicArn'>,
    options?: SendOptions,
  ): Promise<SNS.SetTopicAttributesCommandOutput>;
  /** Calls Subscribe. */
  subscribe(
    input: Filled<SNS.SubscribeCommandInput, 'TopicArn'>,
    options?: SendOptions,
  ): Promise<Subscription>;
  /** By ListSubscriptionsByTopic. */
  readonly subscriptions: Collection<Subscription, SNS.ListSubscriptionsByTopicCommandInput>;
}
