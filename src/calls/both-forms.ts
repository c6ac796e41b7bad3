import { afterBreath } from './breath.js';

/** What `client.send()` takes besides the command. */
export interface SendOptions {
  readonly abortSignal?: AbortSignal;
}

type Callback = (error: unknown, output?: unknown) => void;

/**
 * Answers one `client.send()` in both of its forms: with a promise, or through a callback.
 *
 * @param args - what `send` was given: the command, options, a callback
 */
export function inBothForms(
  args: readonly unknown[],
  answer: (options: SendOptions | undefined) => Promise<object>,
): unknown {
  const [, second, third] = args;
  const options = (typeof second === 'function' ? undefined : second) as SendOptions | undefined;
  const callback = (typeof second === 'function' ? second : third) as Callback | undefined;
  const answered = afterBreath(answer(options));
  if (typeof callback !== 'function') return answered;
  answered
    .then(
      (output) => {
        callback(null, output);
      },
      (error: unknown) => {
        callback(error);
      },
    )
    // The SDK drops what a callback throws; a test written for it must see the same.
    .catch(() => undefined);
  return undefined;
}
