/* Written from the table of this service by test/resources/types.test.ts; do not edit. */
import type * as SQS from '@aws-sdk/client-sqs';
import type {
  Answer,
  Batched,
  Collection,
  Filled,
  LoadableResource,
  Resource,
  ResourceWithData,
  SendOptions,
} from './shared.js';

/** SQS: what `resource(client)` gives. */
export interface ServiceResource extends Resource<SQS.SQSClient> {
  /** Calls CreateQueue. */
  createQueue(input: SQS.CreateQueueCommandInput, options?: SendOptions): Promise<Queue>;
  /** Calls GetQueueUrl. */
  getQueueByName(input: SQS.GetQueueUrlCommandInput, options?: SendOptions): Promise<Queue>;
  Message(queueUrl: string, receiptHandle: string): Message;
  Message(identifiers: { queueUrl: string; receiptHandle: string }): Message;
  Queue(url: string | { url: string }): Queue;
  /** By ListQueues. */
  readonly queues: Collection<Queue, SQS.ListQueuesCommandInput>;
}

/** `sqs.Message`. */
export interface Message
  extends ResourceWithData<SQS.SQSClient, SQS.Message>, Batched<MessageBatch> {
  readonly queueUrl: string;
  readonly receiptHandle: string;
  /** Calls ChangeMessageVisibility. */
  changeVisibility(
    input: Filled<SQS.ChangeMessageVisibilityCommandInput, 'QueueUrl' | 'ReceiptHandle'>,
    options?: SendOptions,
  ): Promise<SQS.ChangeMessageVisibilityCommandOutput>;
  /** Calls DeleteMessage. */
  delete(
    input?: Filled<SQS.DeleteMessageCommandInput, 'QueueUrl' | 'ReceiptHandle'>,
    options?: SendOptions,
  ): Promise<SQS.DeleteMessageCommandOutput>;
  Queue(): Queue;
}

export interface MessageBatch {
  /** Calls DeleteMessageBatch. */
  delete(
    input?: Filled<SQS.DeleteMessageBatchCommandInput, 'QueueUrl' | 'Entries'>,
    options?: SendOptions,
  ): Promise<SQS.DeleteMessageBatchCommandOutput>;
}

export interface MessageCollection<Input> extends Collection<Message, Input> {
  /** Calls DeleteMessageBatch. */
  delete(
    input?: Filled<SQS.DeleteMessageBatchCommandInput, 'QueueUrl' | 'Entries'>,
    options?: SendOptions,
  ): Promise<SQS.DeleteMessageBatchCommandOutput[]>;
}

/** `sqs.Queue`; its attributes are loaded by GetQueueAttributes. */
export interface Queue extends LoadableResource<
  SQS.SQSClient,
  Answer<SQS.GetQueueAttributesCommandOutput>
> {
  readonly url: string;
  /** Calls AddPermission. */
  addPermission(
    input: Filled<SQS.AddPermissionCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.AddPermissionCommandOutput>;
  /** Calls ChangeMessageVisibilityBatch. */
  changeMessageVisibilityBatch(
    input: Filled<SQS.ChangeMessageVisibilityBatchCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.ChangeMessageVisibilityBatchCommandOutput>;
  /** Calls DeleteQueue. */
  delete(
    input?: Filled<SQS.DeleteQueueCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.DeleteQueueCommandOutput>;
  /** Calls DeleteMessageBatch. */
  deleteMessages(
    input: Filled<SQS.DeleteMessageBatchCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.DeleteMessageBatchCommandOutput>;
  /** Calls PurgeQueue. */
  purge(
    input?: Filled<SQS.PurgeQueueCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.PurgeQueueCommandOutput>;
  /** Calls ReceiveMessage. */
  receiveMessages(
    input?: Filled<SQS.ReceiveMessageCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<Message[]>;
  /** Calls RemovePermission. */
  removePermission(
    input: Filled<SQS.RemovePermissionCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.RemovePermissionCommandOutput>;
  /** Calls SendMessage. */
  sendMessage(
    input: Filled<SQS.SendMessageCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.SendMessageCommandOutput>;
  /** Calls SendMessageBatch. */
  sendMessages(
    input: Filled<SQS.SendMessageBatchCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.SendMessageBatchCommandOutput>;
  /** Calls SetQueueAttributes. */
  setAttributes(
    input: Filled<SQS.SetQueueAttributesCommandInput, 'QueueUrl'>,
    options?: SendOptions,
  ): Promise<SQS.SetQueueAttributesCommandOutput>;
  Message(receiptHandle: string | { receiptHandle: string }): Message;
  /** By ListDeadLetterSourceQueues. */
  readonly deadLetterSourceQueues: Collection<Queue, SQS.ListDeadLetterSourceQueuesCommandInput>;
}
