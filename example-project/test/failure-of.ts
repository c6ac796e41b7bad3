/** The error that a piece of work ends in, to look at more than one thing of it. */
export async function failureOf(work: Promise<unknown>): Promise<Error> {
  const outcome: unknown = await work.catch((error: unknown) => error);
  if (outcome instanceof Error) return outcome;
  throw new Error('this was to end in an error, but it succeeded');
}
