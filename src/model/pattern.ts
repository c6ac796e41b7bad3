import type { Shape } from './schema.js';

/** What is known of the values that an asymmetric matcher accepts. */
export interface Pattern {
  /** How code writes it: `expect.any(String)`. */
  readonly name: string;
  /** The kinds of shapes that such a value may be of; undefined where nothing is known. */
  readonly kinds?: ReadonlySet<Shape['kind']> | undefined;
  /** Members of such an object, each a value or a matcher. */
  readonly members?: object | undefined;
  /** Elements of such a list. */
  readonly elements?: readonly unknown[] | undefined;
}

/** Their values may be of any type, or of several. */
const OPEN: ReadonlySet<Shape['kind']> = new Set(['document', 'native', 'stream', 'blob', 'unit']);

/** True where a value of the shape may be one that the matcher accepts. */
export function mayFit({ kinds }: Pattern, shape: Shape): boolean {
  if (kinds === undefined || kinds.has(shape.kind) || OPEN.has(shape.kind)) return true;
  // A string with a media type may be the SDK's LazyJsonString, an event stream any iterable.
  const { mediaType, streaming } = shape.traits;
  return (shape.kind === 'string' && mediaType !== undefined) || streaming !== undefined;
}
