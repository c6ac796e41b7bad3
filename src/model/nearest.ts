/**
 * The names nearest to a mistyped one, best first; names too far away to be meant are left out.
 *
 * @param given - what was written
 * @param names - what could have been meant
 * @param limit - how many at the most
 * @param farthest - how many letters may be wrong
 */
export function nearest(
  given: string,
  names: Iterable<string>,
  limit = 3,
  farthest = Math.max(2, Math.floor(given.length / 3)),
): string[] {
  const wanted = given.toLowerCase();
  const found: { name: string; distance: number }[] = [];
  for (const name of names) {
    const candidate = name.toLowerCase();
    if (Math.abs(candidate.length - wanted.length) > farthest) continue;
    const distance = editDistance(wanted, candidate);
    if (distance <= farthest) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return found.slice(0, limit).map(({ name }) => name);
}

/** All names, those nearest to a mistyped one first; equally near ones stay in their order. */
export function byNearness(given: string, names: readonly string[]): string[] {
  const wanted = given.toLowerCase();
  const distances = new Map(names.map((name) => [name, editDistance(wanted, name.toLowerCase())]));
  return [...names].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
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
