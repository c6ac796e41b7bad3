/** What a client signs with. */
export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly accountId?: string | undefined;
}

/** On the global object: what signs URLs may have been patched by another copy of this package. */
const KEYS = Symbol.for('aws-sdk-stubber.signing-keys');
const home = globalThis as unknown as { [KEYS]: Map<string, SigningKeys> | undefined };

/** Keeps the keys of a client, by which what it signs can be checked. */
export function rememberKeys(keys: Partial<SigningKeys> | undefined): void {
  const { accessKeyId, secretAccessKey, accountId } = keys ?? {};
  if (accessKeyId === undefined || secretAccessKey === undefined) return;
  (home[KEYS] ??= new Map()).set(accessKeyId, { accessKeyId, secretAccessKey, accountId });
}

/** Undefined for keys that no client was seen with. */
export function rememberedKeys(accessKeyId: string): SigningKeys | undefined {
  return home[KEYS]?.get(accessKeyId);
}
