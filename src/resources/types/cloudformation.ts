/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as CloudFormation from '@aws-sdk/client-cloudformation';
import type {
  Collection,
  Filled,
  LoadableResource,
  Resource,
  ResourceWithData,
  SendOptions,
} from './shared.js';

/** CloudFormation: what `resource(client)` gives. */
export interface ServiceResource extends Resource<CloudFormation.CloudFormationClient> {
  /** Calls CreateStack. */
  createStack(input: CloudFormation.CreateStackCommandInput, options?: SendOptions): Promise<Stack>;
  Event(id: string | { id: string }): Event;
  Stack(name: string | { name: string }): Stack;
  StackResource(stackName: string, logicalId: string): StackResource;
  StackResource(identifiers: { stackName: string; logicalId: string }): StackResource;
  StackResourceSummary(stackName: string, logicalId: string): StackResourceSummary;
  StackResourceSummary(identifiers: { stackName: string; logicalId: string }): StackResourceSummary;
  /** By DescribeStacks. */
  readonly stacks: Collection<Stack, CloudFormation.DescribeStacksCommandInput>;
}

/** `cloudformation.Event`. */
export interface Event extends ResourceWithData<
  CloudFormation.CloudFormationClient,
  CloudFormation.StackEvent
> {
  readonly id: string;
  readonly eventId: string;
}

/** `cloudformation.Stack`; its attributes are loaded by DescribeStacks. */
export interface Stack extends LoadableResource<
  CloudFormation.CloudFormationClient,
  CloudFormation.Stack
> {
  readonly name: string;
  readonly stackName: string;
  /** Calls CancelUpdateStack. */
  cancelUpdate(
    input?: Filled<CloudFormation.CancelUpdateStackCommandInput, 'StackName'>,
    options?: SendOptions,
  ): Promise<CloudFormation.CancelUpdateStackCommandOutput>;
  /** Calls DeleteStack. */
  delete(
    input?: Filled<CloudFormation.DeleteStackCommandInput, 'StackName'>,
    options?: SendOptions,
  ): Promise<CloudFormation.DeleteStackCommandOutput>;
  /** Calls UpdateStack. */
  update(
    input?: Filled<CloudFormation.UpdateStackCommandInput, 'StackName'>,
    options?: SendOptions,
  ): Promise<CloudFormation.UpdateStackCommandOutput>;
  Resource(logicalId: string | { logicalId: string }): StackResource;
  /** By DescribeStackEvents. */
  readonly events: Collection<Event, CloudFormation.DescribeStackEventsCommandInput>;
  /** By ListStackResources. */
  readonly resourceSummaries: Collection<
    StackResourceSummary,
    CloudFormation.ListStackResourcesCommandInput
  >;
}

/** `cloudformation.StackResource`; its attributes are loaded by DescribeStackResource. */
export interface StackResource extends LoadableResource<
  CloudFormation.CloudFormationClient,
  CloudFormation.StackResourceDetail
> {
  readonly stackName: string;
  readonly logicalId: string;
  readonly logicalResourceId: string;
  Stack(): Stack;
}

/** `cloudformation.StackResourceSummary`. */
export interface StackResourceSummary extends ResourceWithData<
  CloudFormation.CloudFormationClient,
  CloudFormation.StackResourceSummary
> {
  readonly stackName: string;
  readonly logicalId: string;
  readonly logicalResourceId: string;
  Resource(): StackResource;
}
