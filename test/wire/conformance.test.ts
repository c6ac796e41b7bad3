import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as protocols from '@aws-sdk/core/protocols';
import { NumericValue } from '@smithy/core/serde';
import { expect, test } from 'vitest';
import { conform } from '../../scripts/conformance/conform.mjs';
import { explained } from '../../scripts/conformance/exceptions.mjs';
import { configure, stub } from '../../src/index.js';

const installed = join(import.meta.dirname, '../../node_modules/@aws-sdk');
// The clients of sso are from before 3.930, and came with an older client.
const clients = readdirSync(installed).filter((name) => /^client-(?!sso)/.test(name));

test.each(clients)('%s hands back every output and error as it was given', async (client) => {
  const exported = (await import(`@aws-sdk/${client}`)) as object;
  const result = await conform(client, exported, { stub, configure, NumericValue });
  const failures = result.failures.filter(({ what }) => explained(client, what) === undefined);
  expect(failures).toEqual([]);
  expect(result.counts.outputs.direct.total).toBeGreaterThan(0);
  expect(result.counts.outputs.wire.total).toBe(result.counts.outputs.direct.total);
});

// Protocols that no service speaks by itself yet; a client may be told to.
test.each([
  ['rpcv2Cbor', protocols.AwsSmithyRpcV2CborProtocol],
  ['rpcv2Json', protocols.AwsSmithyRpcV2JsonProtocol],
] as const)('%s hands back every output and error as it was given', async (name, protocol) => {
  for (const client of ['client-dynamodb', 'client-kinesis', 'client-sqs']) {
    const exported = (await import(`@aws-sdk/${client}`)) as object;
    const library = { stub, configure, NumericValue, protocol };
    const result = await conform(client, exported, library);
    expect(result.protocol).toBe(name);
    expect(result.failures).toEqual([]);
    expect(result.counts.errors.wire.total).toBeGreaterThan(0);
  }
});
