import { elementShape, memberShape, type Shape } from '../model/index.js';
import { HIDDEN } from './identity.js';

/** A value as a log may show it: what the service's model calls sensitive is hidden. */
export function withoutSecrets(value: unknown, shape: Shape | undefined): unknown {
  if (value === undefined || shape === undefined) return value;
  if (shape.traits.sensitive !== undefined) return HIDDEN;
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(each, elementShape(shape)));
  if (shape.kind !== 'structure' && shape.kind !== 'union' && shape.kind !== 'map') return value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, each]) => [name, withoutSecrets(each, memberShape(shape, name))]),
  );
}
