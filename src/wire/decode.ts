import type { OperationModel } from '../model/index.js';
import type { WireResponse } from './output.js';
import { sdkProtocolOf, type ClientWithProtocol } from './protocol.js';

/**
 * What a client reads of a response, through its own protocol: an output, or the error that is thrown.
 *
 * @param body - in place of the response's own: a stream
 */
export async function decode(
  client: ClientWithProtocol,
  { sdkSchema }: OperationModel,
  { statusCode, headers, body }: WireResponse,
  stream?: unknown,
): Promise<{ readonly output: object } | { readonly error: object }> {
  const protocol = sdkProtocolOf(client);
  if (protocol === undefined) throw new Error('A client without a protocol reads no response.');
  // As the client's own plugin does for each command (`getSchemaSerdePlugin` of @smithy/core).
  protocol.setSerdeContext(client.config);
  const response = {
    statusCode,
    headers: { ...headers },
    // The SDK makes bytes of its own class of them, in place.
    body: stream ?? new Uint8Array(body),
  };
  try {
    return { output: await protocol.deserializeResponse(sdkSchema, client.config, response) };
  } catch (error) {
    if (typeof error === 'object' && error !== null && '$metadata' in error) return { error };
    throw error;
  }
}
