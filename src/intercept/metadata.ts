import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What asks the container or the machine in AWS that it runs on, for credentials or anything else. It asks again, and in
 * other ways, where an answer fails to come; of what is shut it asks once.
 */

/** One question of the code under test, and what it was refused with. */
interface Question {
  refusal: Error | undefined;
}

/** On the global object: several copies of this package may be there. */
const QUESTION = Symbol.for('aws-sdk-stubber.question');
const home = globalThis as unknown as { [QUESTION]: AsyncLocalStorage<Question> | undefined };

/** Refuses what the code being run asks for; a question that was refused already, with the same error. */
export function refuseOnce(refuse: () => Error): Error {
  const question = home[QUESTION]?.getStore();
  return question === undefined ? refuse() : (question.refusal ??= refuse());
}

/** A question that fails with what it was refused with, whatever the SDK makes of that. */
async function ask<T>(act: (question: Question) => Promise<T>): Promise<T> {
  const question: Question = { refusal: undefined };
  try {
    return await (home[QUESTION] ??= new AsyncLocalStorage()).run(question, act, question);
  } catch (error) {
    throw question.refusal ?? error;
  }
}

type Provider = (...args: unknown[]) => Promise<unknown>;
type MakeProvider<Options = unknown> = (options?: Options, ...rest: unknown[]) => Provider;

/** `fromInstanceMetadata` and `fromContainerMetadata` of @smithy/credential-provider-imds, which try again at once. */
export function askingProvider(original: MakeProvider): MakeProvider {
  return (...made) => {
    const provider = original(...made);
    return (...args) => ask(() => provider(...args));
  };
}

interface HttpOptions {
  readonly maxRetries?: number;
  /** In ms. */
  readonly timeout?: number;
}

/**
 * `fromHttp` of @aws-sdk/credential-provider-http: its retries are made here, with its own numbers and waits, since those
 * of the SDK follow whatever failed.
 */
export function retryingProvider(original: MakeProvider<HttpOptions>): MakeProvider<HttpOptions> {
  return (options = {}, ...rest) => {
    const { maxRetries, timeout } = options;
    const once = original({ ...options, maxRetries: 0 }, ...rest);
    return (...args) =>
      ask(async (question) => {
        for (let retry = 0; retry < (maxRetries ?? 3); retry += 1) {
          try {
            return await once(...args);
          } catch (error) {
            if (question.refusal !== undefined) throw error;
            await new Promise((resolve) => setTimeout(resolve, timeout ?? 1000));
          }
        }
        return once(...args);
      });
  };
}

/** The prototype of @aws-sdk/ec2-metadata-service's `MetadataService`. */
export interface MetadataService {
  request: Provider;
  fetchMetadataToken: Provider;
  /** Between two tries; versions before the retries have none. */
  sleep?: (ms: number) => Promise<void>;
}

/** Lets a `MetadataService` try again only what was not refused. */
export function patchMetadataService(prototype: MetadataService): void {
  const { request, fetchMetadataToken, sleep } = prototype;
  prototype.request = function (...args) {
    return ask(() => request.apply(this, args));
  };
  prototype.fetchMetadataToken = function (...args) {
    return ask(() => fetchMetadataToken.apply(this, args));
  };
  if (sleep === undefined) return;
  prototype.sleep = function (ms) {
    const refusal = home[QUESTION]?.getStore()?.refusal;
    return refusal === undefined ? sleep.call(this, ms) : Promise.reject(refusal);
  };
}
