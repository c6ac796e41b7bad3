import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './blocks.js';

const require = createRequire(import.meta.url);

/** Where blocks have a name from that they do not import themselves. The first that has it is meant. */
const PACKAGES = [
  'aws-sdk-stubber',
  '@aws-sdk/client-ec2',
  '@aws-sdk/client-s3',
  '@aws-sdk/client-dynamodb',
  '@aws-sdk/lib-dynamodb',
  '@aws-sdk/client-sqs',
  '@aws-sdk/client-sns',
  '@aws-sdk/client-secrets-manager',
  '@aws-sdk/client-ssm',
  '@aws-sdk/client-sts',
  '@aws-sdk/client-lambda',
  '@aws-sdk/client-kms',
  '@aws-sdk/client-iam',
  '@aws-sdk/client-sfn',
  '@aws-sdk/client-eventbridge',
  '@aws-sdk/client-kinesis',
  '@aws-sdk/client-bedrock-runtime',
  '@aws-sdk/client-appconfigdata',
  '@aws-sdk/lib-storage',
  '@aws-sdk/s3-request-presigner',
  '@aws-sdk/s3-presigned-post',
  'aws-sdk-stubber/resource',
  'node:fs',
  'node:stream',
];

const exportsOf = new Map<string, (name: string) => boolean>();

function has(module: string, name: string): boolean {
  let known = exportsOf.get(module);
  if (known === undefined) {
    known = module === 'aws-sdk-stubber' ? ofIndex() : ofModule(module);
    exportsOf.set(module, known);
  }
  return known(name);
}

/** Of the built package: its values, and the types that its declarations export. */
function ofIndex(): (name: string) => boolean {
  const text = readFileSync(join(ROOT, 'dist/index.d.cts'), 'utf8');
  const lists = Array.from(
    text.matchAll(/^export (?:type )?\{([^}]*)\}/gm),
    ([, list = '']) => list,
  );
  const names = lists.flatMap((list) =>
    list.split(',').map((each) => each.trim().split(' ').at(-1)),
  );
  return (name) => names.includes(name);
}

function ofModule(module: string): (name: string) => boolean {
  const path = module.startsWith('aws-sdk-stubber/')
    ? join(ROOT, 'dist', `${module.slice('aws-sdk-stubber/'.length)}.cjs`)
    : module;
  const all = require(path) as object;
  // Types of inputs and outputs stand beside their commands.
  return (name) => name in all || name.replace(/(?<=Command)(?:Input|Output)$/, '') in all;
}

/** The packages that have these names, with the names that are meant of each. */
export function importsOf(names: Iterable<string>): Map<string, string[]> {
  const imports = new Map<string, string[]>();
  for (const name of names) {
    if (name in globalThis) continue;
    const module = PACKAGES.find((each) => has(each, name));
    if (module !== undefined) imports.set(module, [...(imports.get(module) ?? []), name]);
  }
  return imports;
}
