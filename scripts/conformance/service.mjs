// Runs in a process of its own: the services that its arguments name, a line of JSON for each.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [library, folder, ...services] = process.argv.slice(2);
const { configure, install, stub } = await import(pathToFileURL(library).href);
install();
const { conform } = await import('./conform.mjs');
const require = createRequire(join(folder, 'package.json'));

for (const service of services) {
  let line;
  try {
    const packageFile = require.resolve(`@aws-sdk/${service}`);
    // The SDK's class for decimals, of the copy that this client uses.
    const { NumericValue } = createRequire(packageFile)('@smithy/core/serde');
    const result = await conform(service, require(packageFile), { stub, configure, NumericValue });
    line = { ...result, version: require(`@aws-sdk/${service}/package.json`).version };
  } catch (error) {
    line = { service, problem: String(error?.stack ?? error) };
  }
  console.log(`result ${JSON.stringify(line)}`);
}
