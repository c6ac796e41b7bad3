import { setTimeout as sleep } from 'node:timers/promises';

import { type EC2Client, EC2ServiceException } from '@aws-sdk/client-ec2';

import type { Part } from './parts.js';
import type { WorkOptions } from './work-options.js';

// EC2 is eventually consistent: what was just removed can hold on to its VPC for some seconds.
const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000];

/** Removes one part, trying again while something still depends on it. */
export async function removePart(
  ec2: EC2Client,
  part: Part,
  { delay = sleep }: WorkOptions,
): Promise<'removed' | 'already gone'> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await part.remove(ec2);
      return 'removed';
    } catch (error) {
      if (isGone(error)) return 'already gone';
      const milliseconds = RETRY_DELAYS_MS[attempt];
      if (!isStillInUse(error) || milliseconds === undefined) throw error;
      await delay(milliseconds);
    }
  }
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export function isGone(error: unknown): boolean {
  if (!(error instanceof EC2ServiceException)) return false;
  return /^Invalid\w+\.NotFound$/.test(error.name) || error.name === 'Gateway.NotAttached';
}

function isStillInUse(error: unknown): boolean {
  return error instanceof EC2ServiceException && error.name === 'DependencyViolation';
}
