/** The mark by which Lambda's runtime knows a handler that streams its response. */
const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');

/** Between the head of a streamed HTTP response and its body. */
const DELIMITER = 8;

interface ContentStream {
  setContentType(contentType: string): void;
  write(chunk: unknown): unknown;
}

/**
 * Puts the global `awslambda` of Lambda's Node.js runtime in place: modules of handlers use it while they are loaded.
 * One that is there already stays.
 *
 * Source: `HttpResponseStream` and `StreamingContext` of aws-lambda-nodejs-runtime-interface-client.
 */
export function offerAwslambda(): void {
  if ('awslambda' in globalThis) return;
  Object.defineProperty(globalThis, 'awslambda', {
    configurable: true,
    writable: true,
    value: {
      streamifyResponse: (handler: object, options: { highWaterMark?: number } = {}) =>
        Object.assign(handler, {
          [STREAMING]: 'response',
          [Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark')]: options.highWaterMark,
        }),
      HttpResponseStream: {
        from(stream: ContentStream, head: object): ContentStream {
          stream.setContentType('application/vnd.awslambda.http-integration-response');
          stream.write(JSON.stringify(head));
          stream.write(new Uint8Array(DELIMITER));
          return stream;
        },
      },
    },
  });
}
