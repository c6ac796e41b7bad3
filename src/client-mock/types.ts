/** What every output of the SDK has. */
export interface MetadataBearer {
  $metadata: {
    httpStatusCode?: number;
    requestId?: string;
    extendedRequestId?: string;
    cfId?: string;
    attempts?: number;
    totalRetryDelay?: number;
  };
}

/**
 * A client of the SDK, of any copy and age, as far as its types are read.
 *
 * Structural: with a type of `@smithy/types` in its place, a client of another copy of that package would not fit.
 */
export interface Client<TInput extends object, TOutput extends MetadataBearer, TConfiguration> {
  readonly config: TConfiguration;
  middlewareStack: {
    resolve(
      handler: any,
      context: any,
    ): (args: { input: TInput; request: any }) => Promise<{ output: TOutput; response: any }>;
  };
  send(command: any, options?: any): any;
  destroy(): void;
}

/** A command of the SDK, of any copy and age. */
export interface AwsCommand<
  Input extends ClientInput,
  Output extends ClientOutput,
  ClientInput extends object = any,
  ClientOutput extends MetadataBearer = any,
> {
  readonly input: Input;
  resolveMiddleware(
    stack: any,
    configuration: any,
    options: any,
  ): (args: any) => Promise<{ output: Output }>;
}

/** What a reply gives: any members of the output, or a promise of them. */
export type CommandResponse<TOutput> = Partial<TOutput> | PromiseLike<Partial<TOutput>>;

/** The members of an error that a reply rejects with. */
export interface AwsError extends Partial<Error>, Partial<MetadataBearer> {
  Type?: string;
  Code?: string;
  $fault?: 'client' | 'server';
  $service?: string;
}
