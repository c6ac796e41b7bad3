// Runs in a process of its own: the services that its arguments name, a line of JSON for each.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [libraryFile, folder, ...services] = process.argv.slice(2);
const { configure, install, stub } = await import(pathToFileURL(libraryFile).href);
install();
const { conform } = await import('./conform.mjs');
const require = createRequire(join(folder, 'package.json'));

// What the SDK signs for several regions with; it is not among the dependencies of a client.
require('@aws-sdk/signature-v4a');

/** Protocols of the SDK that no service speaks by itself yet; a client may be told to. */
const OTHER_PROTOCOLS = ['AwsSmithyRpcV2CborProtocol', 'AwsSmithyRpcV2JsonProtocol'];
const TRIED_WITH_OTHERS = ['client-cloudwatch', 'client-dynamodb', 'client-sqs'];

for (const service of services) {
  try {
    const packageFile = require.resolve(`@aws-sdk/${service}`);
    const exported = require(packageFile);
    const { version } = require(`@aws-sdk/${service}/package.json`);
    const requireOfClient = createRequire(packageFile);
    const library = { stub, configure, ...partsOfSdk(requireOfClient) };
    report({ ...(await conform(service, exported, library)), version });
    if (!TRIED_WITH_OTHERS.includes(service)) continue;
    const protocols = requireOfClient('@aws-sdk/core/protocols');
    for (const name of OTHER_PROTOCOLS) {
      const result = await conform(service, exported, { ...library, protocol: protocols[name] });
      report({ ...result, version });
    }
  } catch (error) {
    report({ service, problem: String(error?.stack ?? error) });
  }
}

/** What is needed of the copy of the SDK that a client uses; those from before 3.930 have no such parts. */
function partsOfSdk(requireOfClient) {
  try {
    const { NumericValue } = requireOfClient('@smithy/core/serde');
    const { TypeRegistry } = requireOfClient('@smithy/core/schema');
    return { NumericValue, registryOf: (namespace) => TypeRegistry.for(namespace) };
  } catch {
    return {};
  }
}

function report(line) {
  console.log(`result ${JSON.stringify(line)}`);
}
