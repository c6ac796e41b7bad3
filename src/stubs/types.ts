import type { CommandLike } from '../calls/index.js';
import type { AsymmetricMatcher, Exactly } from './params.js';

/** A command class of the SDK, with the types that are read from it. */
export type Command<Input extends object, Output extends object> = new (
  ...args: never[]
) => CommandLike<Input, Output>;

/** What is compared as one value. */
type Leaf =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Date
  | Uint8Array
  | ((...args: never[]) => unknown);

type IsAny<T> = 0 extends 1 & T ? true : false;

/**
 * Parameters that an input is compared with: any of its members, at every depth an asymmetric
 * matcher or `exactly(…)` instead of a value.
 */
export type Params<T> =
  IsAny<T> extends true
    ? T
    : | AsymmetricMatcher
      | Exactly<Params<T>>
      | (T extends Leaf
          ? T
          : T extends readonly (infer Element)[]
            ? readonly Params<Element>[]
            : { readonly [Name in keyof T]?: Params<T[Name]> | undefined });

/** Parameters of a whole input. */
export type InputParams<Input> =
  | AsymmetricMatcher
  | Exactly<{ readonly [Name in keyof Input]?: Params<Input[Name]> | undefined }>
  | { readonly [Name in keyof Input]?: Params<Input[Name]> | undefined };

/** What AWS answers, as a stub's author writes it: any members of the output. */
export type StubOutput<Output> = {
  readonly [Name in keyof Output as Name extends '$metadata' ? never : Name]?:
    StubMember<Output[Name]> | undefined;
} & {
  /** The default says status 200, a request id and one attempt. */
  readonly $metadata?: { readonly httpStatusCode?: number; readonly [name: string]: unknown };
};

/** A body may be given as what it holds, events as a list. */
type StubMember<T> =
  IsAny<T> extends true
    ? T
    : NonNullable<T> extends { transformToString(encoding?: string): unknown }
      ? T | Body
      : NonNullable<T> extends AsyncIterable<infer Event>
        ? T | readonly (Event | Error)[]
        : T;

/** What a body is made of: a text, bytes, a `Blob`, a stream of Node or of the web. */
type Body = string | Uint8Array | Blob | AsyncIterable<Uint8Array | string> | ReadableStream;
