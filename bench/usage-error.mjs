/** Something is not as the benchmark needs it; the message says what to do. */
export class UsageError extends Error {}
