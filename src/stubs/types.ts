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

/** What AWS answers, as a stub's author writes it: any members of the output, at every depth. */
export type StubOutput<Output> = {
  readonly [Name in keyof Output as Name extends '$metadata' ? never : Name]?:
    StubMember<Output[Name]> | undefined;
} & WithMetadata;

/** What AWS answers, whole: in each structure, the members that the model requires. */
export type WholeOutput<Output> = {
  readonly [Name in keyof Output as Name extends '$metadata' ? never : Name]?:
    BodyOrEvents<Output[Name], Output[Name]> | undefined;
} & WithMetadata;

interface WithMetadata {
  /** The default says status 200, a request id and one attempt. */
  readonly $metadata?: { readonly httpStatusCode?: number; readonly [name: string]: unknown };
}

type StubMember<T> = IsAny<T> extends true ? T : BodyOrEvents<T, Partly<T>>;

/** A body may be given as what it holds, events as a list; anything else is `Other`. */
type BodyOrEvents<T, Other> =
  IsAny<T> extends true
    ? T
    : NonNullable<T> extends { transformToString(encoding?: string): unknown }
      ? T | Body
      : NonNullable<T> extends AsyncIterable<infer Event>
        ? T | AsyncIterable<StubEvent<Event>> | readonly (StubEvent<Event> | Error)[]
        : Other;

/** An event; one that is an exception may be given as its members. */
type StubEvent<Event> = Partly<Event>;

/** Any members of a structure, at every depth; a union still has exactly one. */
type Partly<T> =
  IsAny<T> extends true
    ? T
    : T extends Leaf | Whole
      ? T
      : T extends Error
        ? ErrorMembers<T>
        : T extends readonly (infer Element)[]
          ? readonly Partly<Element>[]
          : T extends { $unknown?: unknown }
            ? { readonly [Name in keyof T]: Partly<T[Name]> }
            : { readonly [Name in keyof T]?: Partly<T[Name]> | undefined };

/** What has members of its own beside those of the model: `NumericValue`, bodies, sets, maps. */
type Whole =
  | { readonly type: 'bigDecimal'; readonly string: string }
  | ReadonlySet<unknown>
  | ReadonlyMap<unknown, unknown>
  | { readonly [Symbol.asyncIterator]: unknown };

/** The members of a modelled error: what it has beside those of every error of the SDK. */
type ErrorMembers<T> = {
  readonly [
    Name in keyof T as Name extends Exclude<keyof Error, 'message'> | `$${string}` ? never : Name
  ]?: Partly<T[Name]> | undefined;
};

/** What a body is made of: a text, bytes, a `Blob`, a stream of Node or of the web, or what is read as one. */
type Body =
  | string
  | Uint8Array
  | Blob
  | AsyncIterable<Uint8Array | string>
  | ReadableStream
  | { transformToString(): Promise<string> };
