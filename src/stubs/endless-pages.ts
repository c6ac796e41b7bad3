import { isPlainObject, toCode, type OpenCall, type Scope } from '../calls/index.js';
import { InvalidStubError } from '../errors.js';
import { equalValues } from './params.js';

/** From how many calls of a test on it is looked for loops. */
const MANY_CALLS = 1000;
/** After how many calls that lead back to where they came from a loop is taken to have no end. */
const MAX_SAME = 500;
/** Over how many pages a loop may go: of more, the time-out of its test says it. */
const MAX_PAGES = 10;

/**
 * Operations that are asked again and again with what they answered: readers of what is written meanwhile.
 *
 * Sources: `nextToken` of GetLogEvents (CloudWatch Logs), `NextShardIterator` of GetRecords (Kinesis, DynamoDB Streams),
 * `NextPollConfigurationToken` of GetLatestConfiguration (AppConfig).
 */
const READERS = new Set(['GetLogEvents', 'GetRecords', 'GetLatestConfiguration']);

type Members = Readonly<Record<string, unknown>>;

/** An answered call, and the one that was made with what it gave. */
interface Step {
  readonly output: object;
  readonly before: Members;
  readonly after: Members;
}

/**
 * Stops code that would page for ever, since stubs answer tokens that lead back to the same page.
 *
 * Whatever is taken from an answer to the next call's input counts as a token: no model says which members are.
 *
 * @param output - of the call, which is not taken down yet
 * @throws InvalidStubError which names the tokens, after 500 calls or more with the same ones
 */
export function checkPages(call: OpenCall, output: object, scope: Scope): void {
  const { length } = scope.calls;
  if (length < MANY_CALLS || READERS.has(call.operation)) return;
  // Looking costs as much as some calls, so it is done ever more rarely.
  const looks = scope.part('looks for endless pages', () => new Map<string, number>());
  const key = `${call.service} ${call.operation}`;
  if (length < (looks.get(key) ?? 0)) return;
  looks.set(key, length * 2);
  const loop = loopOf(call, output, scope);
  if (loop !== undefined) throw endless(call, loop);
}

/** What leads from page to page in a loop that has no end, by the way to it in the output. */
type Tokens = ReadonlyMap<string, Token>;

interface Token {
  /** The member of the input that it is asked with. */
  readonly name: string;
  readonly values: readonly unknown[];
}

interface Loop {
  readonly tokens: Tokens;
  readonly times: number;
}

function loopOf(call: OpenCall, output: object, scope: Scope): Loop | undefined {
  const calls = scope.calls.filter(
    ({ service, operation }) => service === call.service && operation === call.operation,
  );
  const inputs = calls.map(({ input }) => (input ?? {}) as Members);
  const isSame = (one: number, other: number): boolean => equalValues(inputs[one], inputs[other]);
  const last = calls.lastIndexOf(call);
  let pages = 1;
  while (pages <= MAX_PAGES && !isSame(last, last - pages)) pages += 1;
  if (pages > MAX_PAGES) return undefined;
  let first = last;
  while (first >= pages && isSame(first, first - pages)) first -= 1;
  const times = last - first + 1;
  if (times < MAX_SAME) return undefined;
  // The call before one page that repeats is where its token came from.
  const from = pages === 1 ? [first - 1, last - 1] : range(last - pages, last);
  const steps = from.map((i) => ({
    output: calls[i]?.output ?? {},
    before: inputs[i] ?? {},
    after: inputs[i + 1] ?? {},
  }));
  const changed = changedIn(steps);
  const goesOn = { output, before: inputs[last] ?? {}, after: inputs[last - pages + 1] ?? {} };
  const tokens = tokensIn([...steps, goesOn], changed);
  return tokens && { tokens, times };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** The members of inputs that are not the same in all of them. */
function changedIn(steps: readonly Step[]): string[] {
  const names = new Set(
    steps.flatMap(({ before, after }) =>
      Object.keys(after)
        .concat(Object.keys(before))
        .filter((name) => !equalValues(before[name], after[name])),
    ),
  );
  return [...names];
}

/** Tokens, if all members that change are: each stands in the same place of the answer before it. */
function tokensIn(steps: readonly Step[], changed: readonly string[]): Tokens | undefined {
  const tokens = new Map<string, Token>();
  for (const name of changed) {
    const [path] = [
      ...steps
        .map(({ output, after }) => new Set(pathsOf(after[name], output)))
        .reduce((all, each) => new Set([...all].filter((one) => each.has(one)))),
    ];
    if (path === undefined) return undefined;
    const all = steps.slice(1).map(({ after }) => after[name]);
    const values = all.filter((one, i) => all.findIndex((each) => equalValues(each, one)) === i);
    tokens.set(path, { name, values });
  }
  return tokens.size === 0 ? undefined : tokens;
}

/** Deeper in an output there are no tokens. */
const MAX_DEPTH = 6;

/** Where a value stands in an output: `NextToken`, `StreamDescription.Shards[0].ShardId`. */
function pathsOf(value: unknown, within: unknown, path = '', depth = 0): string[] {
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  const here = depth > 0 && equalValues(within, value) ? [path] : [];
  if (depth > MAX_DEPTH) return here;
  const below = (each: unknown, way: string): string[] => pathsOf(value, each, way, depth + 1);
  if (Array.isArray(within)) {
    return [...here, ...within.flatMap((each, i) => below(each, `${path}[${i}]`))];
  }
  if (!isPlainObject(within)) return here;
  const start = depth === 0 ? '' : `${path}.`;
  return [...here, ...Object.entries(within).flatMap(([name, each]) => below(each, start + name))];
}

function endless(call: OpenCall, { tokens, times }: Loop): InvalidStubError {
  const { service, operation, model } = call;
  const names = [...tokens.keys()].join(' and ');
  const shown = [...tokens.values()]
    .map(({ name, values }) => {
      const how = { width: Infinity, path: [name] };
      return values.map((one) => toCode(one, model?.input, how)).join(', then ');
    })
    .join(' and ');
  return new InvalidStubError(
    `The stub of ${service} ${operation} answers the same ${names} for ever: ${shown}, ${times} times. ` +
      'Leave the token out of the last page, or write resolvesPages([…]).',
    'pages',
  );
}
