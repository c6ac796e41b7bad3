/** An HTTP request as the SDK would have sent it. */
export interface SentRequest {
  /** `PUT`. */
  readonly method: string;
  readonly hostname: string;
  /** Without the query: `/docs/a.txt`. */
  readonly path: string;
  /** A name that stands several times has a list. */
  readonly query: Readonly<Record<string, string | readonly string[] | null>>;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it would have been sent, signatures of chunks and all; that of a stream grows as it is read. */
  readonly body: Buffer;
}

/** The SDK's `HttpRequest`, of every copy. */
export interface SdkRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: SentRequest['query'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type BodyStream = AsyncIterable<Uint8Array | string>;

/**
 * Takes a request down, with its body read to the end.
 *
 * @param isEventStream - the body goes on while the answer comes in: it is read, but not waited for
 */
export async function takeDown(request: SdkRequest, isEventStream: boolean): Promise<SentRequest> {
  const { method, hostname, path, query = {}, headers } = request;
  const sent = {
    method,
    hostname,
    path,
    query: { ...query },
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: Buffer.alloc(0),
  };
  const reading = readBody(request.body, (chunk) => {
    sent.body = Buffer.concat([sent.body, chunk]);
  });
  if (isEventStream) reading.catch(() => undefined);
  else await reading;
  return sent;
}

async function readBody(body: unknown, add: (chunk: Uint8Array) => void): Promise<void> {
  if (body === undefined || body === null) return;
  if (typeof body === 'string') {
    add(Buffer.from(body));
  } else if (ArrayBuffer.isView(body)) {
    add(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  } else if (body instanceof ArrayBuffer) {
    add(Buffer.from(body));
  } else if (typeof (body as Partial<Blob>).arrayBuffer === 'function') {
    add(Buffer.from(await (body as Blob).arrayBuffer()));
  } else {
    for await (const chunk of body as BodyStream) add(Buffer.from(chunk as Uint8Array));
  }
}
