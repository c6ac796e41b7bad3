import { rememberKeys, type SigningKeys } from '../calls/index.js';

interface Signing {
  readonly config?: { readonly credentials?: () => Promise<Partial<SigningKeys>> };
}

type Sign = (...args: unknown[]) => unknown;

/**
 * `getSignedUrl` of @aws-sdk/s3-request-presigner and `createPresignedPost`, which call nothing: by the keys of their
 * clients it is found out later whether what they signed was changed.
 */
export function rememberingSigner(original: Sign): Sign {
  return (...args) => {
    const signed = original(...args);
    // That of @aws-sdk/cloudfront-signer has the same name, and no client.
    if (!isPromise(signed)) return signed;
    return signed.then(async (made) => {
      const { credentials } = (args[0] as Signing | undefined)?.config ?? {};
      if (typeof credentials === 'function') {
        rememberKeys(await credentials().catch(() => undefined));
      }
      return made;
    });
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Partial<Promise<unknown>> | undefined)?.then === 'function';
}
