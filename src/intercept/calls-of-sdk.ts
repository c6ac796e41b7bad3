import { Readable } from 'node:stream';
import { OpenCall, projectFolders, type CommandLike, type Scope } from '../calls/index.js';
import { packagesOf, servicePackage } from '../model/index.js';
import { wireAnswer, type Validates } from '../replies/index.js';
import { findReply, settingFor } from '../stubs/index.js';
import { isInsideExchange, type Answer, type SentRequest } from '../wire/index.js';

/**
 * Calls that the SDK makes by itself while it sends another one. They are answered, and are no calls of
 * the test, unless it has a stub for them.
 */

/**
 * The answer to a request that is not the call's own: endpoint discovery (Timestream), for which the SDK
 * asks the service where to send the call.
 *
 * @returns undefined for the call's own request
 */
export async function answerOfSdk(
  request: SentRequest,
  { client, operation, service }: OpenCall,
  scope: Scope,
  options: { signal: AbortSignal | undefined; validates: Validates },
): Promise<Answer | undefined> {
  const asked = request.headers['x-amz-target']?.split('.').at(-1);
  if (asked !== 'DescribeEndpoints' || asked === operation) return undefined;
  const Command = servicePackage(packagesOf(service), projectFolders())?.command(asked);
  if (Command !== undefined) {
    const command = new Command(JSON.parse(String(request.body)) as object) as CommandLike;
    const call = new OpenCall(client, command, scope.requestIds);
    const found = findReply(call, scope);
    if (found instanceof Error) throw found;
    if (found !== undefined) {
      scope.calls.push(call);
      call.sent(request);
      return wireAnswer(found.take(), call, options);
    }
  }
  const Endpoints = [{ Address: request.hostname, CachePeriodInMinutes: 1440 }];
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Readable.from([Buffer.from(JSON.stringify({ Endpoints }))]),
  };
}

/**
 * Whether a command is only signed: Polly's presigner sends it for that, and a middleware of its own lets it go no further
 * (@aws-sdk/polly-request-presigner; that of S3 sends nothing).
 */
export function isOnlySigned({ operation, service, client }: OpenCall): boolean {
  if (operation !== 'SynthesizeSpeech' || service !== 'Polly') return false;
  const stack = client.middlewareStack as { identify?: () => string[] };
  return stack.identify?.().some((each) => each.startsWith('presignIntercept')) === true;
}

/** How long a session of S3 Express lasts, in ms. */
const SESSION = 5 * 60 * 1000;

/**
 * The answer to S3's `CreateSession` that the SDK sends for a directory bucket (S3 Express One Zone): on the wire, and for
 * a URL that is only signed.
 *
 * @returns undefined for calls of the test, where it has a stub for them, and where calls go on to an endpoint
 */
export function sessionForSdk(call: OpenCall, scope: Scope): object | undefined {
  if (call.operation !== 'CreateSession' || call.service !== 'S3') return undefined;
  if (settingFor('unstubbed', call.keys, scope) === 'passthrough') return undefined;
  if (!isInsideExchange() && !isSentBy('S3ExpressIdentityProvider')) return undefined;
  if (findReply(call, scope) !== undefined) return undefined;
  return {
    $metadata: METADATA,
    Credentials: {
      AccessKeyId: 'AKIASTUBBERSESSION00',
      SecretAccessKey: 'aws-sdk-stubber/dummy/session/access/key',
      SessionToken: 'aws-sdk-stubber-session',
      Expiration: new Date(Date.now() + SESSION),
    },
  };
}

/**
 * The answer to the `AbortMultipartUpload` with which an `Upload` of lib-storage cleans up after itself: where a part
 * failed, and where it was aborted, which its caller is told of before.
 *
 * @param scope - of the test that it belongs to; undefined where that is over
 * @returns undefined for calls of the test, and where the test says what answers
 */
export function cleanUpOfUpload(call: OpenCall, scope: Scope | undefined): object | undefined {
  if (call.operation !== 'AbortMultipartUpload' || call.service !== 'S3') return undefined;
  if (!isSentBy('Upload.markUploadAsAborted')) return undefined;
  if (scope !== undefined) {
    const unstubbed = settingFor('unstubbed', call.keys, scope) ?? 'fail';
    if (unstubbed !== 'fail' && unstubbed !== 'throw') return undefined;
    if (findReply(call, scope) !== undefined) return undefined;
  }
  return { $metadata: METADATA };
}

const METADATA = { httpStatusCode: 200, attempts: 1, totalRetryDelay: 0 };

/** How many frames lie between a function of the SDK's and here, at most. */
const FRAMES = 20;

/** Whether the code being run was called by a function of the SDK's: nothing else tells its calls from the user's. */
function isSentBy(name: string): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.includes(name);
}
