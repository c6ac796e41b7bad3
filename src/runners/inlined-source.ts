/** Where `src/intercept` offers its `patch`; not imported, since Vite's own process needs no more of it. */
const PATCH = 'aws-sdk-stubber.patch';

/** The SDK's base packages, as ES modules. */
const BASE_PACKAGE =
  /[\\/]@(smithy|aws-sdk)[\\/](core|smithy-client|util-waiter)[\\/]dist-es[\\/].*\.js(\?|$)/;

/**
 * Source of an ES module of the SDK, with what `patch` replaces offered to it: exports of ES modules
 * cannot be replaced from outside.
 *
 * @returns undefined where there is nothing to replace
 */
export function inlinedSource(code: string, id: string): string | undefined {
  if (!BASE_PACKAGE.test(id)) return undefined;
  const offer = `globalThis[Symbol.for('${PATCH}')]?.`;
  const classes = ['Client', 'TypeRegistry'].filter((name) =>
    new RegExp(`^export class ${name}\\b`, 'm').test(code),
  );
  if (classes.length > 0) return `${code}\n;${offer}({ ${classes.join(', ')} });\n`;
  const waiter = /^export const createWaiter\b/m;
  if (!waiter.test(code)) return undefined;
  // A constant, so it is renamed, and exported as what it was replaced with.
  return (
    `${code.replace(waiter, 'const createWaiter')}\n` +
    `;const stubbed = { createWaiter };\n${offer}(stubbed);\n` +
    'const stubbedCreateWaiter = stubbed.createWaiter;\nexport { stubbedCreateWaiter as createWaiter };\n'
  );
}
