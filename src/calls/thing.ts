import type { Shape } from '../model/index.js';

/**
 * What stands for one thing in an account (a fixture's handle, or what it names) gives this under
 * the symbol `THING`: matchers look at things through it, and know no fixture.
 */
export interface ThingView {
  /** How messages call it: `vpc vpc-1`. */
  readonly title: string;
  /** As AWS would describe it now; undefined where it is gone. */
  state(): Readonly<Record<string, unknown>> | undefined;
  /** What its state may have; undefined where nothing says so, as without the service's client. */
  shape?(): Shape | undefined;
  /** The bytes of an object in it, of a thing that holds objects; undefined where there is no such object. */
  object?(key: string): Uint8Array | undefined;
  /** The keys of its objects or the names of its parameters, in their order. */
  keys?(): readonly string[];
  /** The value of a parameter, of what holds parameters; undefined where there is none. */
  parameter?(name: string): string | undefined;
  /** What its executions were started with, of a thing that is executed. */
  inputs?(): readonly unknown[];
  /** Its items as plain objects, of a thing that holds items. */
  items?(): readonly object[];
  /** The events that a bus got. */
  events?(): readonly object[];
  /** What was published to it, of a thing that messages are published to. */
  published?(): readonly PublishedView[];
  /** The events that a function was invoked with. */
  invocations?(): readonly unknown[];
  /** What went from one thing of an account to another. */
  deliveries?(): readonly Delivered[];
  /** Its messages, of a queue: bodies are parsed where they are JSON. */
  messages?(): readonly ThingMessage[];
}

/** A message as matchers look at it. */
export interface PublishedView {
  /** Parsed where it is JSON. */
  readonly message: unknown;
  /** As it was published. */
  readonly text: string;
  /** Plain values by their names. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A message in a queue. */
export interface ThingMessage {
  readonly body: unknown;
  /** The body as it was sent. */
  readonly text: string;
  /** By their names. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Registered, because a matcher and a handle may come from two copies of this package. */
export const THING = Symbol.for('aws-sdk-stubber.thing');

/**
 * The client of resources that come from a fixture (`await network.vpc.createSubnet()`) has a function
 * under this: what such a resource stands for.
 */
export const THINGS = Symbol.for('aws-sdk-stubber.things');

interface OfFixture {
  readonly meta?: {
    readonly client?: {
      readonly [THINGS]: ((resource: object) => ThingView | undefined) | undefined;
    };
  };
}

/** What a value stands for in an account; undefined where it stands for no single thing. */
export function thingOf(value: unknown): ThingView | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (THING in value) return value[THING] as ThingView | undefined;
  const find = (value as OfFixture).meta?.client?.[THINGS];
  return find?.(value);
}

/** What went from one thing to another, by their ARNs. */
export interface Delivered {
  readonly from: string;
  readonly to: string;
  readonly payload: unknown;
  readonly status: string;
  readonly error?: unknown;
}
