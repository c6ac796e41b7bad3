// Values that the SDK looks into, so that synthetic ones will not do.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Members of inputs that the SDK's middleware reads, by name. */
const INPUTS = [
  [/^ChecksumAlgorithm$/, () => 'CRC32'],
  [/^ChecksumMode$/, () => 'ENABLED'],
  [/^(PredictEndpoint|QueueUrl)$/, () => 'https://service.example.org/queue'],
  [/^KvsARN$/, (n) => `arn:aws:cloudfront::123456789012:key-value-store/${n}`],
  [/ARN$|Arn$|arn$/, (n) => `arn:aws:service:us-east-1:123456789012:thing/${n}`],
];

/** An error's members, those that stand for its code with that code in it: the SDK goes by it. */
export function asErrorIsSent(schema, members, resolve) {
  const result = { ...members };
  const [, , name, traits, names, schemas] = schema;
  for (const [i, member] of names.entries()) {
    const { httpHeader } = resolve(schemas[i]).traits;
    if (httpHeader?.toLowerCase() === 'x-amzn-errortype') result[member] = name;
    if (member === 'Code') result[member] = traits.awsQueryError?.[0] ?? name;
  }
  return result;
}

/** The value of an input's text where the SDK wants a certain form of it; undefined elsewhere. */
export function textForSdk(name, n) {
  const found = INPUTS.find(([pattern]) => pattern.test(name));
  return found?.[1](n);
}

/**
 * An output with what the SDK compares or works out by itself: SQS's MD5s, the checksums of a body of S3,
 * the text that S3 has of a date.
 *
 * @param body the name of the output's streaming member
 */
export function asSdkChecks(service, output, input, body) {
  if (service === 'client-sqs') return withSqsSums(output, input);
  if (service !== 'client-s3') return output;
  const dated =
    'ExpiresString' in output ? { ...output, ExpiresString: output.Expires.toUTCString() } : output;
  return dated[body] instanceof Uint8Array ? withChecksums(dated, dated[body]) : dated;
}

const CHECKSUMS = {
  ChecksumCRC32: (bytes) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(bytes));
    return sum.toString('base64');
  },
  ChecksumMD5: (bytes) => createHash('md5').update(bytes).digest('base64'),
  ChecksumSHA1: (bytes) => createHash('sha1').update(bytes).digest('base64'),
  ChecksumSHA256: (bytes) => createHash('sha256').update(bytes).digest('base64'),
  ChecksumSHA512: (bytes) => createHash('sha512').update(bytes).digest('base64'),
};

/** The checksums that Node can work out, right; the SDK would refuse wrong ones, so the others go. */
function withChecksums(output, bytes) {
  return Object.fromEntries(
    Object.entries(output).flatMap(([name, value]) => {
      if (!/^Checksum[A-Z0-9]+$/.test(name)) return [[name, value]];
      const sum = CHECKSUMS[name];
      return sum === undefined ? [] : [[name, sum(bytes)]];
    }),
  );
}

function withSqsSums(output, input) {
  if ('MD5OfMessageBody' in output) return { ...output, MD5OfMessageBody: md5(input.MessageBody) };
  if ('Messages' in output) {
    return {
      ...output,
      Messages: output.Messages.map((each) => ({ ...each, MD5OfBody: md5(each.Body) })),
    };
  }
  return output;
}

function md5(text) {
  return createHash('md5').update(text).digest('hex');
}
