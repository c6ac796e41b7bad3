import { createRequire } from 'node:module';
import { cpus } from 'node:os';

const require = createRequire(import.meta.url);

const PACKAGES = [
  'aws-sdk-client-mock',
  '@aws-sdk/client-ec2',
  '@aws-sdk/client-s3',
  '@aws-sdk/client-dynamodb',
  'vitest',
  'jest',
];

/** What the figures were measured on and with, in two lines. */
export function machine(quick) {
  const processors = cpus();
  const where = [
    `Node ${process.versions.node}`,
    `${process.platform} ${process.arch}`,
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    ...(quick ? ['quick'] : []),
  ];
  const packages = PACKAGES.map((name) => `${name} ${require(`${name}/package.json`).version}`);
  return `${where.join(', ')}\n${packages.join(', ')}`;
}
