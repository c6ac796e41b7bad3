/** A name, and how far it is from the one that was written. */
interface Candidate {
  readonly name: string;
  readonly distance: number;
}

/**
 * The names nearest to a mistyped one, best first; names too far away to be meant are left out.
 *
 * @param given - what was written
 * @param names - what could have been meant
 * @param limit - how many at the most
 */
export function nearest(given: string, names: Iterable<string>, limit = 3): string[] {
  const farthest = Math.max(2, Math.floor(given.length / 3));
  // Of a service's hundreds of names most are ruled out by their length.
  const possible = [...names].filter((name) => Math.abs(name.length - given.length) <= farthest);
  return byDistance(given, possible)
    .filter(({ distance }) => distance <= farthest)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** All of the names, the nearest to a mistyped one first. */
export function nearestFirst(given: string, names: Iterable<string>): string[] {
  return byDistance(given, names).map(({ name }) => name);
}

function byDistance(given: string, names: Iterable<string>): Candidate[] {
  const wanted = given.toLowerCase();
  return [...names]
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
