/**
 * SNS's resources; parse.ts says how to read a line.
 */
export const sns = `
action CreatePlatformApplication() => PlatformApplication(Arn=response.PlatformApplicationArn)
action CreateTopic() => Topic(Arn=response.TopicArn)
hasMany PlatformApplications: ListPlatformApplications()
  => PlatformApplication(Arn=response.PlatformApplications[].PlatformApplicationArn)
hasMany Subscriptions: ListSubscriptions()
  => Subscription(Arn=response.Subscriptions[].SubscriptionArn)
hasMany Topics: ListTopics() => Topic(Arn=response.Topics[].TopicArn)

resource PlatformApplication [Arn] shape GetPlatformApplicationAttributesResponse
  load GetPlatformApplicationAttributes(PlatformApplicationArn=$Arn) @@
  action CreatePlatformEndpoint(PlatformApplicationArn=$Arn)
    => PlatformEndpoint(Arn=response.EndpointArn)
  action Delete: DeletePlatformApplication(PlatformApplicationArn=$Arn)
  action SetAttributes: SetPlatformApplicationAttributes(PlatformApplicationArn=$Arn)
  hasMany Endpoints: ListEndpointsByPlatformApplication(PlatformApplicationArn=$Arn)
    => PlatformEndpoint(Arn=response.Endpoints[].EndpointArn)

resource PlatformEndpoint [Arn] shape GetEndpointAttributesResponse
  load GetEndpointAttributes(EndpointArn=$Arn) @@
  action Delete: DeleteEndpoint(EndpointArn=$Arn)
  action Publish(TargetArn=$Arn)
  action SetAttributes: SetEndpointAttributes(EndpointArn=$Arn)

resource Subscription [Arn] shape GetSubscriptionAttributesResponse
  load GetSubscriptionAttributes(SubscriptionArn=$Arn) @@
  action Delete: Unsubscribe(SubscriptionArn=$Arn)
  action SetAttributes: SetSubscriptionAttributes(SubscriptionArn=$Arn)

resource Topic [Arn] shape GetTopicAttributesResponse
  load GetTopicAttributes(TopicArn=$Arn) @@
  action AddPermission(TopicArn=$Arn)
  action ConfirmSubscription(TopicArn=$Arn) => Subscription(Arn=response.SubscriptionArn)
  action Delete: DeleteTopic(TopicArn=$Arn)
  action Publish(TopicArn=$Arn)
  action RemovePermission(TopicArn=$Arn)
  action SetAttributes: SetTopicAttributes(TopicArn=$Arn)
  action Subscribe(TopicArn=$Arn) => Subscription(Arn=response.SubscriptionArn)
  hasMany Subscriptions: ListSubscriptionsByTopic(TopicArn=$Arn)
    => Subscription(Arn=response.Subscriptions[].SubscriptionArn)
`;
