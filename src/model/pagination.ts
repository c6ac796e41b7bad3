/** The members that an operation pages with, as the SDK's own paginator knows them. */
export interface Pagination {
  /** `NextToken`, `ExclusiveStartKey`, … of the input. */
  readonly inputToken: string;
  /** The way to the token in the output: `['NextToken']`. */
  readonly outputToken: readonly string[];
}

/** `paginateDescribeVpcs` and its kin. */
export type Paginate = (
  config: { client: object; startingToken: unknown },
  input: object,
) => AsyncGenerator;

/** Operations that page as others do, and that the SDK has no paginator for (botocore has). */
const WITHOUT_PAGINATOR: Readonly<Record<string, Pagination>> = {
  ListMultipartUploads: { inputToken: 'KeyMarker', outputToken: ['NextKeyMarker'] },
  ListObjects: { inputToken: 'Marker', outputToken: ['NextMarker'] },
  ListObjectVersions: { inputToken: 'KeyMarker', outputToken: ['NextKeyMarker'] },
};

/** How an operation of S3 pages that the SDK has no paginator for. */
export function ownPaginationOf(serviceId: string, operation: string): Pagination | undefined {
  return serviceId === 'S3' ? WITHOUT_PAGINATOR[operation] : undefined;
}

const found = new WeakMap<Paginate, Pagination>();

/**
 * The tokens of a paginator, found by letting it ask for two pages: the SDK has no table of them that
 * could be read (`createPaginator` of @smithy/core).
 *
 * @param client - whose class the paginator expects; it is not called
 */
export async function paginationOf(paginate: Paginate, client: object): Promise<Pagination> {
  const known = found.get(paginate);
  if (known !== undefined) return known;
  const start = Symbol('start');
  let input: Record<string, unknown> = {};
  const path: string[] = [];
  const probe = Object.create(client) as object;
  Object.defineProperty(probe, 'send', {
    value: (command: { input: Record<string, unknown> }) => {
      input = { ...command.input };
      return Promise.resolve(recordingPage(path));
    },
  });
  const pages = paginate({ client: probe, startingToken: start }, {});
  await pages.next();
  const inputToken = Object.keys(input).find((name) => input[name] === start) ?? '';
  await pages.next();
  await pages.return(undefined);
  const pagination = { inputToken, outputToken: path };
  found.set(paginate, pagination);
  return pagination;
}

/** A page that takes down which members are asked for. */
function recordingPage(path: string[]): object {
  let isDone = false;
  const page: object = new Proxy(
    {},
    {
      get: (_, name) => {
        // A promise of the page looks for `then` first; the second page is only there to be left.
        if (typeof name === 'symbol' || name === 'then' || isDone) return undefined;
        path.push(name);
        queueMicrotask(() => {
          isDone = true;
        });
        return page;
      },
    },
  );
  return page;
}
