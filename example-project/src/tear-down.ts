import { EC2Client } from '@aws-sdk/client-ec2';

import { errorText } from './error-text.js';
import { manifestUrl, readManifest, removeManifest } from './manifest.js';
import { releaseName } from './network-index.js';
import { partsOf } from './parts.js';
import { removePart } from './remove-part.js';
import type { WorkOptions } from './work-options.js';

export interface TornDown {
  removed: string[];
  alreadyGone: string[];
}

/** Removes a network, the latest part first, and then its manifest; can be run again if it fails. */
export async function tearDown(
  bucket: string,
  name: string,
  options: WorkOptions & { table?: string | undefined } = {},
): Promise<TornDown> {
  const manifest = await readManifest(bucket, name);
  // In another region every id is unknown: all would look gone, and the manifest would be lost.
  const ec2 = new EC2Client({ region: manifest.region });
  const result: TornDown = { removed: [], alreadyGone: [] };
  for (const part of partsOf(manifest).reverse()) {
    options.onProgress?.(`removing ${part.text}`);
    try {
      const outcome = await removePart(ec2, part, options);
      (outcome === 'removed' ? result.removed : result.alreadyGone).push(part.text);
    } catch (error) {
      throw new Error(
        `${part.text} could not be removed: ${errorText(error)}\n` +
          `the manifest is kept: once that is solved, run 'netkit down ${name}' again`,
        { cause: error },
      );
    }
  }
  options.onProgress?.(`removing ${manifestUrl(bucket, name)}`);
  await removeManifest(bucket, name);
  if (options.table !== undefined) await releaseName(options.table, name);
  return result;
}
