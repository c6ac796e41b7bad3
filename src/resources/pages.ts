import type { Context, Input, Output } from './context.js';
import type { PagesModel, ParamModel } from './model.js';
import { valueAt } from './paths.js';

/**
 * The pages of a list, asked for one after the other: by the SDK's own paginator, or as the table
 * says; an operation that does neither has one page.
 *
 * @param pageSize - how many entries a page may have, where the operation can be told
 */
export async function* pagesOf(
  context: Context,
  operation: string,
  input: Input,
  pageSize: number | undefined,
): AsyncGenerator<Output, void, undefined> {
  const { service, package: sdk } = context;
  const client = context.standIn((command, options) => context.send(command, options));
  const own = service.pages.get(operation);
  if (own !== undefined) {
    yield* ownPages(context, operation, input, own, pageSize);
    return;
  }
  const paginate = sdk.paginate(operation);
  if (paginate === undefined) {
    yield await context.call(operation, input);
    return;
  }
  const size = pageSize === undefined ? {} : { pageSize };
  for await (const page of paginate({ client, ...size }, { ...input }) as AsyncIterable<Output>) {
    yield context.read(operation, page);
    // S3's last list of parts names a next one all the same (`more_results` of botocore's paginators).
    if (page['IsTruncated'] === false) return;
  }
}

async function* ownPages(
  context: Context,
  operation: string,
  input: Input,
  { tokens, more, size }: PagesModel,
  pageSize: number | undefined,
): AsyncGenerator<Output, void, undefined> {
  let next: Input | undefined = pageSize === undefined ? input : { [size]: pageSize, ...input };
  while (next !== undefined) {
    const page: Output = await context.call(operation, next);
    yield page;
    const found = tokens.map((token) => [token.target[0]?.name ?? '', tokenIn(page, token)]);
    const goesOn = valueAt(page, more) === true && found[0]?.[1] !== undefined;
    next = goesOn ? { ...next, ...(Object.fromEntries(found) as Input) } : undefined;
  }
}

function tokenIn(page: Output, { sources }: ParamModel): unknown {
  for (const source of sources) {
    const token = 'path' in source ? valueAt(page, source.path) : undefined;
    if (token !== undefined) return token;
  }
  return undefined;
}
