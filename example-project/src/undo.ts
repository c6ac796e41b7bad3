import type { EC2Client } from '@aws-sdk/client-ec2';

import { errorText } from './error-text.js';
import type { Part } from './parts.js';
import { removePart } from './remove-part.js';
import type { WorkOptions } from './work-options.js';

/** A build that stopped half-way and was undone; `cause` is what stopped it. */
export class BuildFailedError extends Error {
  override readonly name = 'BuildFailedError';
}

/** Removes what was built, the latest part first, and gives the error that tells of it. */
export async function undo(
  ec2: EC2Client,
  built: readonly Part[],
  failure: { step: string; error: unknown },
  options: WorkOptions,
): Promise<BuildFailedError> {
  const undone: string[] = [];
  const leftBehind: string[] = [];
  for (const part of built.toReversed()) {
    options.onProgress?.(`undoing ${part.text}`);
    try {
      await removePart(ec2, part, options);
      undone.push(part.text);
    } catch (error) {
      // What stays must not keep the others from being removed.
      leftBehind.push(`${part.text} (${errorText(error)})`);
    }
  }
  const lines = [`${failure.step} failed: ${errorText(failure.error)}`];
  if (undone.length > 0) lines.push(`undone: ${undone.join(', ')}`);
  if (leftBehind.length > 0) {
    lines.push(`could not be undone, remove by hand: ${leftBehind.join(', ')}`);
  }
  return new BuildFailedError(lines.join('\n'), { cause: failure.error });
}
