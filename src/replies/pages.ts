import { projectFolders, toCode, type OpenCall } from '../calls/index.js';
import { InvalidStubError } from '../errors.js';
import {
  modelOf,
  packagesOf,
  ownPaginationOf,
  paginationOf,
  servicePackage,
  type Pagination,
  type Shape,
} from '../model/index.js';

type Page = Readonly<Record<string, unknown>>;

/**
 * The page that a call asks for, with the token that leads to the next one.
 *
 * @param pages - in their order; a page that has a token of its own keeps it
 * @param isSame - whether a page's token is the one that is asked for
 * @throws InvalidStubError where the operation has no pages, or no page has the call's token
 */
export async function pageFor(
  call: OpenCall,
  pages: readonly Page[],
  isSame: (token: unknown, asked: unknown) => boolean,
): Promise<Page> {
  const pagination = await paginationFor(call);
  const shape = memberAt(modelOf(call.command)?.output, pagination.outputToken);
  const tokens = pages.map((page, i) => get(page, pagination.outputToken) ?? token(i + 2, shape));
  const asked = (call.input as Page)[pagination.inputToken];
  // The token of each page leads to the one after it.
  const index = asked === undefined ? 0 : 1 + tokens.findIndex((each) => isSame(each, asked));
  const page = pages[index];
  if (page === undefined || (asked !== undefined && index === 0)) {
    throw new InvalidStubError(
      `The stub of ${call.service} ${call.operation} has no page for ${pagination.inputToken} ${toCode(asked, call.model?.input, { path: [pagination.inputToken] })}.`,
      'pages',
    );
  }
  const isLast = index === pages.length - 1;
  const withToken = isLast ? page : set(page, pagination.outputToken, tokens[index]);
  return withFlag(withToken, modelOf(call.command)?.output, !isLast);
}

async function paginationFor({ client, command, names, service }: OpenCall): Promise<Pagination> {
  const isDocument = 'clientCommand' in command;
  const packages = isDocument ? ['@aws-sdk/lib-dynamodb'] : packagesOf(service);
  const paginate = servicePackage(packages, projectFolders())?.paginate(names.alias);
  if (paginate !== undefined) return paginationOf(paginate, client);
  const own = ownPaginationOf(service, names.operation);
  if (own !== undefined) return own;
  throw new InvalidStubError(
    `${service} ${names.operation} has no pages: the SDK has no paginate${names.alias}. Write resolves({ … }) for one answer.`,
    'pages',
  );
}

/** A token in the form that the operation has for it: a text, or a key of a DynamoDB table. */
function token(page: number, shape: Shape | undefined): unknown {
  const text = `page-${page}`;
  if (shape?.kind !== 'map') return shape?.kind === 'number' ? page : text;
  return { page: shape.value.kind === 'union' ? { S: text } : text };
}

/** S3 and IAM say beside the token whether there is more. */
function withFlag(page: Page, shape: Shape | undefined, isTruncated: boolean): Page {
  const hasFlag = shape?.kind === 'structure' && shape.members.has('IsTruncated');
  return hasFlag ? { IsTruncated: isTruncated, ...page } : page;
}

function memberAt(shape: Shape | undefined, path: readonly string[]): Shape | undefined {
  const [name, ...rest] = path;
  if (name === undefined || shape === undefined) return shape;
  return shape.kind === 'structure' ? memberAt(shape.members.get(name), rest) : undefined;
}

function get(page: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return page;
  return typeof page === 'object' && page !== null ? get((page as Page)[name], rest) : undefined;
}

function set(page: Page, path: readonly string[], value: unknown): Page {
  const [name = '', ...rest] = path;
  const member = rest.length === 0 ? value : set((page[name] ?? {}) as Page, rest, value);
  return { ...page, [name]: member };
}
