import { breath, builtinTag, copyOf, isPlainObject, type ClientLike } from '../calls/index.js';
import { serviceError, type ErrorDetails, type Shape } from '../model/index.js';

/** The events of a stream, one after another; an error among them, or an exception event, ends it. */
export async function* eventsFor(
  given: unknown,
  shape: Shape,
  client: ClientLike,
): AsyncGenerator<unknown, void> {
  for await (const each of sharedEvents(given as AsyncIterable<unknown> | unknown[])) {
    const event = plainEvent(each);
    if (event instanceof Error) throw event;
    const exception = exceptionIn(event, shape);
    if (exception !== undefined) {
      throw serviceError(
        client,
        exception,
        (event as Record<string, ErrorDetails | undefined>)[exception] ?? {},
      );
    }
    yield copyOf(event);
  }
}

/** An event; one that is an exception by its members, where it was given as the error itself. */
export function plainEvent(event: unknown): unknown {
  if (!isPlainObject(event)) return event;
  return Object.fromEntries(
    Object.entries(event).map(([name, arm]) => [name, isError(arm) ? membersOf(arm) : arm]),
  );
}

function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && builtinTag(value) === 'Error';
}

/** What a modelled error has beside what every error of the SDK has. */
function membersOf(error: Error): object {
  const own = Object.entries(error).filter(([name]) => name !== 'name' && !name.startsWith('$'));
  return { ...Object.fromEntries(own), message: error.message };
}

/** Asynchronous iterables by what was read of them: each can be read once, and has several readers. */
const replays = new WeakMap<object, () => AsyncGenerator<unknown, void>>();

/** Events for one more reader: a list, or an iterable that gives all of them, whoever read it before. */
export function sharedEvents(
  given: AsyncIterable<unknown> | unknown[],
): AsyncIterable<unknown> | unknown[] {
  if (Array.isArray(given)) return given;
  let replay = replays.get(given);
  if (replay === undefined) replays.set(given, (replay = replayOf(given)));
  return replay();
}

function replayOf(given: AsyncIterable<unknown>): () => AsyncGenerator<unknown, void> {
  const iterator = given[Symbol.asyncIterator]();
  const results: Promise<IteratorResult<unknown, unknown>>[] = [];
  return async function* replay() {
    for (let i = 0; ; i++) {
      const { done, value } = await (results[i] ??= iterator.next());
      if (done === true) return;
      const waiting = breath();
      if (waiting !== undefined) await waiting;
      yield value;
    }
  };
}

function exceptionIn(event: unknown, shape: Shape): string | undefined {
  if (shape.kind !== 'union' || typeof event !== 'object' || event === null) return undefined;
  return Object.keys(event).find((name) => {
    const member = shape.members.get(name);
    return member?.kind === 'structure' && member.isError;
  });
}
