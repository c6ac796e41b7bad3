import type { Path, PathStep } from './model.js';

/** The value at a path that goes through no list, or only to one entry of it. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const { names, at } of path) {
    current = member(current, names[0] ?? '');
    if (typeof at === 'number') current = Array.isArray(current) ? current.at(at) : undefined;
  }
  return current;
}

/** The entries of the list at a path; lists within lists are one. */
export function entriesAt(value: unknown, path: Path): readonly unknown[] {
  let current: readonly unknown[] = [value];
  for (const step of path) {
    // Nearly every path is one list: it is read as it is.
    const [only] = current;
    current =
      current.length === 1
        ? entriesOf(only, step)
        : current.flatMap((each) => [...entriesOf(each, step)]);
  }
  return current;
}

function entriesOf(value: unknown, { names, at }: PathStep): readonly unknown[] {
  const lists = names.map((name) => {
    const found = member(value, name);
    if (at === 'each') return Array.isArray(found) ? (found as unknown[]) : [];
    const one = typeof at === 'number' && Array.isArray(found) ? (found.at(at) as unknown) : found;
    return one === undefined ? [] : [one];
  });
  return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** A path as AWS's documentation writes it: `Vpcs[0].VpcId`. */
export function printPath(path: Path): string {
  return path
    .map(({ names, at }) => {
      const place = at === undefined ? '' : at === 'each' ? '[]' : `[${String(at)}]`;
      return names.join(' and ') + place;
    })
    .join('.');
}
