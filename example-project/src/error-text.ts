/** An error in one line; the SDK keeps AWS's error code in `name`, which is what people search for. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}
