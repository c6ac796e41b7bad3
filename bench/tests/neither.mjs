export const side = 'neither';

/** Nothing is stubbed: what the others are compared with. */
export function mock() {
  return undefined;
}

export function answer() {
  return undefined;
}
