/** A package, so that Vitest leaves it to Node, and its imports are Node's own too. */
export function load(name) {
  return import(name);
}
