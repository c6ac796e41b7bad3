import { md5 } from './md5.js';

type Members = Readonly<Record<string, unknown>>;

/**
 * An output with what its service works out by itself and the SDK checks, where its author left it out.
 *
 * Source: `sendMessageMiddleware`, `sendMessageBatchMiddleware` and `receiveMessageMiddleware` of
 * @aws-sdk/middleware-sdk-sqs, which compare MD5 sums.
 */
export function withDerived(
  { service, operation, input }: { service: string; operation: string; input: unknown },
  output: object,
): object {
  if (service === 'S3') return withDateText(output);
  if (service !== 'SQS') return output;
  const given = output as Members;
  const sent = input as Members;
  switch (operation) {
    case 'SendMessage':
      return { MD5OfMessageBody: md5(sent['MessageBody']), ...given };
    case 'SendMessageBatch':
      return {
        ...given,
        Successful: listed(given['Successful'], (entry) => batchEntry(entry, sent)),
      };
    case 'ReceiveMessage':
      return {
        ...given,
        ...(given['Messages'] === undefined
          ? {}
          : {
              Messages: listed(given['Messages'], (message) => ({
                MD5OfBody: md5(message['Body']),
                ...message,
              })),
            }),
      };
    default:
      return output;
  }
}

/**
 * An output of S3 with the text of its `Expires` date beside it, which the SDK itself puts there.
 *
 * Source: `s3ExpiresMiddleware` of @aws-sdk/middleware-sdk-s3
 */
export function withDateText(output: object): object {
  const { Expires } = output as { Expires?: unknown };
  return Expires instanceof Date ? { ExpiresString: Expires.toUTCString(), ...output } : output;
}

function batchEntry(entry: Members, { Entries }: Members): Members {
  const sent = (Entries as readonly Members[] | undefined)?.find(({ Id }) => Id === entry['Id']);
  return { MD5OfMessageBody: md5(sent?.['MessageBody']), ...entry };
}

function listed(list: unknown, change: (each: Members) => Members): unknown {
  return Array.isArray(list) ? list.map((each) => change(each as Members)) : list;
}

/**
 * The operations of S3 whose answer the SDK takes for a failed one where it is empty.
 *
 * Source: `throw200ExceptionsMiddleware` of @aws-sdk/middleware-sdk-s3
 */
const NEVER_EMPTY = new Set(['CopyObject', 'UploadPartCopy', 'CompleteMultipartUpload']);

/** A body that the SDK takes for an answer, where the service never sends none. */
export function neverEmpty(service: string, operation: string, body: Buffer): Buffer {
  return service === 'S3' && body.length === 0 && NEVER_EMPTY.has(operation)
    ? Buffer.from(`<${operation}Result/>`)
    : body;
}
