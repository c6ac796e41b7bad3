/**
 * The request ids of a scope's answers: in the form of AWS's, and told apart in messages; the numbers have
 * no meaning. Each test counts by itself, so that its snapshots are the same whatever ran before it.
 */
export class RequestIds {
  #direct = 0;
  #wire = 0;

  /** For an answer that does not travel. */
  direct(): string {
    this.#direct += 1;
    return requestId('8000', this.#direct);
  }

  /** For a response on the wire. */
  wire(): string {
    this.#wire += 1;
    return requestId('9000', this.#wire);
  }
}

function requestId(variant: string, n: number): string {
  return `00000000-0000-4000-${variant}-${n.toString(16).padStart(12, '0')}`;
}
