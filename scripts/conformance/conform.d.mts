export interface Count {
  readonly total: number;
  readonly right: number;
}

export interface Failure {
  readonly what: string;
  readonly delivery: 'direct' | 'wire';
  readonly why: string;
}

export interface Result {
  readonly service: string;
  readonly protocol: string | undefined;
  readonly counts: Readonly<
    Record<'outputs' | 'errors', Readonly<Record<'direct' | 'wire', Count>>>
  >;
  readonly failures: readonly Failure[];
}

export function conform(
  service: string,
  exported: object,
  library: {
    readonly stub: unknown;
    readonly configure: unknown;
    readonly NumericValue: unknown;
    readonly protocol?: unknown;
  },
  deliveries?: readonly ('direct' | 'wire')[],
): Promise<Result>;
