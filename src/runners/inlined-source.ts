/** Where `src/intercept` offers its `patch`; not imported, since Vite's own process needs no more of it. */
const PATCH = 'aws-sdk-stubber.patch';

/** The SDK's base packages, as ES modules. */
const PATCHED_PACKAGE =
  /[\\/]@(smithy|aws-sdk)[\\/](core|smithy-client|util-waiter|credential-provider-(http|imds)|ec2-metadata-service|s3-request-presigner|s3-presigned-post)[\\/]dist-es[\\/].*\.js(\?|$)/;

const REPLACED =
  /^export const (createWaiter|fromHttp|fromContainerMetadata|fromInstanceMetadata|getSignedUrl|createPresignedPost)\b/m;

/**
 * Source of an ES module of the SDK, with what `patch` replaces offered to it: exports of ES modules
 * cannot be replaced from outside.
 *
 * @returns undefined where there is nothing to replace
 */
export function inlinedSource(code: string, id: string): string | undefined {
  if (!PATCHED_PACKAGE.test(id)) return undefined;
  const offer = `globalThis[Symbol.for('${PATCH}')]?.`;
  const classes = ['Client', 'TypeRegistry', 'MetadataService'].filter((name) =>
    new RegExp(`^export class ${name}\\b`, 'm').test(code),
  );
  if (classes.length > 0) return `${code}\n;${offer}({ ${classes.join(', ')} });\n`;
  const [declared, name] = REPLACED.exec(code) ?? [];
  if (declared === undefined || name === undefined) return undefined;
  // A constant, so it is renamed, and exported as what it was replaced with.
  return (
    `${code.replace(declared, `const ${name}`)}\n` +
    `;const stubbed = { ${name} };\n${offer}(stubbed);\n` +
    `const stubbedExport = stubbed.${name};\nexport { stubbedExport as ${name} };\n`
  );
}
