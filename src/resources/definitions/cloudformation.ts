/**
 * CloudFormation's resources; parse.ts says how to read a line.
 */
export const cloudformation = `
action CreateStack() => Stack(Name=request.StackName)
hasMany Stacks: DescribeStacks() => Stack(Name=.StackName) @Stacks[]

resource Event [Id~EventId] shape StackEvent

resource Stack [Name~StackName] shape Stack
  load DescribeStacks(StackName=$Name) @Stacks[0]
  action CancelUpdate: CancelUpdateStack(StackName=$Name)
  action Delete: DeleteStack(StackName=$Name)
  action Update: UpdateStack(StackName=$Name)
  has Resource: StackResource(StackName=$Name, LogicalId=input)
  hasMany Events: DescribeStackEvents(StackName=$Name) => Event(Id=.EventId) @StackEvents[]
  hasMany ResourceSummaries: ListStackResources(StackName=$Name)
    => StackResourceSummary(LogicalId=.LogicalResourceId,
      StackName=request.StackName) @StackResourceSummaries[]

resource StackResource [StackName LogicalId~LogicalResourceId] shape StackResourceDetail
  load DescribeStackResource(LogicalResourceId=$LogicalId,
    StackName=$StackName) @StackResourceDetail
  has Stack: Stack(Name=$StackName)

resource StackResourceSummary [StackName LogicalId~LogicalResourceId] shape StackResourceSummary
  has Resource: StackResource(LogicalId=$LogicalId, StackName=$StackName)
`;
