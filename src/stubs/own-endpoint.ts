import type { OpenCall } from '../calls/index.js';
import { addToMessage } from '../errors.js';
import { isLoopback } from './loopback.js';

/** The SDK's, of each age (`EndpointV1` and `EndpointV2` of @smithy/types). */
interface Endpoint {
  readonly protocol?: string;
  readonly hostname?: string;
  readonly port?: number | string;
}

/**
 * Says in the error for a call that its client has an endpoint on this machine, an emulator's, and how to let calls go on
 * to it.
 *
 * @returns undefined where the client has no endpoint of its own, or else when that is known: the SDK gives it later
 */
export function tellOfEndpoint(error: Error, call: OpenCall): Promise<void> | undefined {
  const { endpoint } = call.client.config as { endpoint?: () => Promise<Endpoint> };
  if (typeof endpoint === 'function') return tellOfProvided(endpoint, error, call);
  const named = variableFor(call);
  if (named !== undefined && URL.canParse(named)) tell(new URL(named), error, call);
  return undefined;
}

async function tellOfProvided(
  endpoint: () => Promise<Endpoint>,
  error: Error,
  call: OpenCall,
): Promise<void> {
  try {
    tell(await endpoint(), error, call);
  } catch {
    // What is wrong with it is said when it is used.
  }
}

function tell(
  { protocol = 'http:', hostname = '', port }: Endpoint,
  error: Error,
  call: OpenCall,
): void {
  if (!isLoopback(hostname.replaceAll(/[[\]]/g, ''))) return;
  const place = `${protocol}//${hostname}${port === undefined || port === '' ? '' : `:${String(port)}`}`;
  addToMessage(
    error,
    `\n\nThe endpoint of its client is on this machine: ${place}. To let calls go on to it, write in the test, ` +
      `or in a setup file:\n\n  stub(${call.identity.className}).passthrough();`,
  );
}

/** The endpoint that the environment has for a service (the AWS SDKs and Tools Reference Guide, "Service-specific endpoints"). */
function variableFor({ service }: OpenCall): string | undefined {
  const name = service.toUpperCase().replaceAll(' ', '_');
  return process.env[`AWS_ENDPOINT_URL_${name}`] ?? process.env['AWS_ENDPOINT_URL'];
}
