/**
 * SQS's resources; parse.ts says how to read a line.
 */
export const sqs = `
action CreateQueue() => Queue(Url=response.QueueUrl)
action GetQueueByName: GetQueueUrl() => Queue(Url=response.QueueUrl)
hasMany Queues: ListQueues() => Queue(Url=response.QueueUrls[])

resource Message [QueueUrl ReceiptHandle~ReceiptHandle] shape Message
  action ChangeVisibility: ChangeMessageVisibility(QueueUrl=$QueueUrl,
    ReceiptHandle=$ReceiptHandle)
  action Delete: DeleteMessage(QueueUrl=$QueueUrl, ReceiptHandle=$ReceiptHandle)
  batch Delete: DeleteMessageBatch(QueueUrl=$QueueUrl, Entries[*].Id=data.MessageId,
    Entries[*].ReceiptHandle=$ReceiptHandle)
  has Queue: Queue(Url=$QueueUrl)

resource Queue [Url] shape GetQueueAttributesResult
  load GetQueueAttributes(QueueUrl=$Url, AttributeNames[]="All") @@
  action AddPermission(QueueUrl=$Url)
  action ChangeMessageVisibilityBatch(QueueUrl=$Url)
  action Delete: DeleteQueue(QueueUrl=$Url)
  action DeleteMessages: DeleteMessageBatch(QueueUrl=$Url)
  action Purge: PurgeQueue(QueueUrl=$Url)
  action ReceiveMessages: ReceiveMessage(QueueUrl=$Url)
    => Message(QueueUrl=$Url, ReceiptHandle=.ReceiptHandle) @Messages[]
  action RemovePermission(QueueUrl=$Url)
  action SendMessage(QueueUrl=$Url)
  action SendMessages: SendMessageBatch(QueueUrl=$Url)
  action SetAttributes: SetQueueAttributes(QueueUrl=$Url)
  has Message: Message(QueueUrl=$Url, ReceiptHandle=input)
  hasMany DeadLetterSourceQueues: ListDeadLetterSourceQueues(QueueUrl=$Url)
    => Queue(Url=response.queueUrls[])
`;
