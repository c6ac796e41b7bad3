/** What tells a resource apart from all others. */
export interface Identity {
  /** As boto3 names it: `ec2`. */
  readonly service: string;
  /** Such as `Vpc`. */
  readonly kind: string;
  readonly identifiers: Readonly<Record<string, string | number>>;
}

/** A resource as messages and `console.log` show it: `ec2.Vpc(id="vpc-1")`. */
export function printIdentity({ service, kind, identifiers }: Identity): string {
  const shown = Object.entries(withoutSecret(identifiers)).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}`,
  );
  return `${service}.${kind}(${shown.join(', ')})`;
}

/** In place of what no log may show. */
export const HIDDEN = '***';

/** The secret of an access key identifies its resource, and has no place in a log. */
export function withoutSecret(identifiers: Identity['identifiers']): Identity['identifiers'] {
  return 'secret' in identifiers ? { ...identifiers, secret: HIDDEN } : identifiers;
}

/** True where another resource is the same, by what it says of itself: it may come from another copy of this package. */
export function isSameResource({ service, kind, identifiers }: Identity, other: unknown): boolean {
  const its = (other as { readonly meta?: Partial<Identity> } | null | undefined)?.meta;
  return (
    its?.service === service &&
    its.kind === kind &&
    Object.entries(identifiers).every(([name, value]) => its.identifiers?.[name] === value)
  );
}

/** What stands for a resource (a thing of a fixture) gives it under this; registered, as copies of this package must agree. */
export const RESOURCE = Symbol.for('aws-sdk-stubber.resource');
