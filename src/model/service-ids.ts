import { createRequire } from 'node:module';
import { nearest } from './nearest.js';

/**
 * The services of AWS, as its SDK names them (`S3 Control`), and what else they are called: by the SDK before, by
 * the CLI, by boto3 (`stepfunctions`).
 */
interface ServiceIds {
  readonly ids: readonly string[];
  /** Squeezed. */
  readonly otherNames: Readonly<Record<string, string>>;
}

let list: ServiceIds | undefined;

/** Read when a service is named that the project has no client of; most tests never do. */
function serviceIds(): ServiceIds {
  return (list ??= createRequire(import.meta.url)('./service-ids.json') as ServiceIds);
}

/** `S3 Control`, `S3ControlClient` and `s3control` are one service. */
export function squeeze(serviceId: string): string {
  return serviceId
    .replace(/Client$/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

/** The id as AWS writes it; undefined where it has no such service. */
export function knownServiceId(given: string): string | undefined {
  const wanted = squeeze(given);
  return serviceIds().ids.find((id) => squeeze(id) === wanted);
}

/** The service that a wrong id was meant for: by a package's name, one of another SDK, or a misspelt one. */
export function meantServiceId(given: string): string | undefined {
  const { ids, otherNames } = serviceIds();
  const bare = squeeze(given.replace(/^(?:@aws-sdk\/)?(?:client-)?/, '').replace(/client$/i, ''));
  const other = otherNames[bare];
  if (other !== undefined) return other;
  const bySqueezed = new Map(ids.map((id) => [squeeze(id), id]));
  const farthest = Math.max(1, Math.floor(bare.length / 3));
  const [meant = ''] = nearest(bare, bySqueezed.keys(), 1, farthest);
  return bySqueezed.get(meant) ?? bySqueezed.get(bare.replace(/^(?:aws|amazon)/, ''));
}
