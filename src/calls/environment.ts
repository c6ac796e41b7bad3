import process from 'node:process';

type Environment = Record<string, string | undefined>;

/** The variables of the process, as the code being run sees them; none where a test took `process.env` away. */
export function environment(): Environment {
  const { env } = process as { env?: Environment };
  return env ?? {};
}
