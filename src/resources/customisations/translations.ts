import { Buffer } from 'node:buffer';
import type { Input, Output, Translation } from '../context.js';
import type { ServiceName } from '../definitions/index.js';
import { copySource } from './copy-source.js';

/** What botocore changes on the way, so that programs deal with texts and objects (its `handlers.py`). */
export const TRANSLATIONS: Readonly<Partial<Record<ServiceName, Translation>>> = {
  ec2: {
    input: (operation, input) => {
      if (operation === 'RunInstances') return withEncodedUserData(input);
      return /^(Delete|Replace)Route$/.test(operation) ? withDestination(input) : input;
    },
    output: (operation, output) =>
      operation === 'GetConsoleOutput' ? withDecodedOutput(output) : output,
  },
  iam: { output: (_, output) => withDocuments(output) as Output },
  s3: { input: (_, input) => withCopySource(input) },
};

/** User data is given as a text or as bytes, and travels in base64. */
function withEncodedUserData(input: Input): Input {
  const { UserData } = input;
  if (typeof UserData !== 'string' && !(UserData instanceof Uint8Array)) return input;
  return { ...input, UserData: Buffer.from(UserData as string).toString('base64') };
}

function withDecodedOutput(output: Output): Output {
  const { Output: text } = output;
  if (typeof text !== 'string') return output;
  return { ...output, Output: Buffer.from(text, 'base64').toString('utf8') };
}

/** A route goes by its destination, which EC2 has three members for. */
function withDestination(input: Input): Input {
  const { DestinationCidrBlock: destination, ...rest } = input;
  if (typeof destination !== 'string') return input;
  if (destination.includes(':')) return { ...rest, DestinationIpv6CidrBlock: destination };
  return destination.startsWith('pl-') ? { ...rest, DestinationPrefixListId: destination } : input;
}

/** IAM's members of the type `policyDocumentType` in answers: JSON in URL encoding, which become objects. */
const DOCUMENTS = new Set(['AssumeRolePolicyDocument', 'Document', 'PolicyDocument']);

function withDocuments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDocuments);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).map(([name, each]: [string, unknown]) => [
    name,
    DOCUMENTS.has(name) && typeof each === 'string' ? documentOf(each) : withDocuments(each),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function documentOf(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text)) as unknown;
  } catch {
    return text;
  }
}

function withCopySource(input: Input): Input {
  const { CopySource: source } = input;
  return typeof source === 'object' && source !== null
    ? { ...input, CopySource: copySource(source) }
    : input;
}
