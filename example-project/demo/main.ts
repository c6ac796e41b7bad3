// Runs netkit outside a test runner, against an AWS that lives in this process only.
import './install.js';

import assert from 'node:assert/strict';

import { CreateInternetGatewayCommand, EC2Client } from '@aws-sdk/client-ec2';
import { stub } from 'aws-sdk-stubber';

import { main } from '../src/cli.js';
import { playEc2, playS3 } from './aws.js';

playEc2();
playS3();

await netkit('up shop --cidr 10.0.0.0/16 --bucket manifests');
await netkit('list --bucket manifests');
await netkit('show shop --bucket manifests');

stub(EC2Client).on(CreateInternetGatewayCommand).rejects('InternetGatewayLimitExceeded', {
  message: 'The maximum number of internet gateways has been reached.',
});
await netkit('up blog --cidr 10.1.0.0/16 --zones 1 --bucket manifests', 1);

await netkit('down shop --bucket manifests');
await netkit('list --bucket manifests');

printCalls();

/** Runs a command line, and prints it and all that it says as a terminal would. */
async function netkit(line: string, expectedExitCode = 0): Promise<void> {
  console.log(`$ netkit ${line}`);
  const exitCode = await main(line.split(' '), { stdout: process.stdout, stderr: process.stdout });
  console.log(exitCode === 0 ? '' : `(exit code ${exitCode})\n`);
  assert.equal(exitCode, expectedExitCode);
}

/** How often each operation was called, and how often it was refused, in the order of first calls. */
function printCalls(): void {
  const calls = stub().calls();
  const counts = new Map<string, { called: number; refused: number }>();
  for (const { service, operation, error } of calls) {
    const name = `${service} ${operation}`;
    const count = counts.get(name) ?? { called: 0, refused: 0 };
    counts.set(name, count);
    count.called += 1;
    if (error !== undefined) count.refused += 1;
  }
  console.log(`${calls.length} calls to AWS were answered, and none left this process:`);
  for (const [name, { called, refused }] of counts) {
    const note = refused === 0 ? '' : `, ${refused} refused`;
    console.log(`  ${name.padEnd(32)}${String(called).padStart(3)}${note}`);
  }
}
