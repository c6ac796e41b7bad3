import { definitions, type ServiceName } from './definitions/index.js';
import { codeName } from './model.js';
import type {
  ActionModel,
  CollectionModel,
  IdentifierModel,
  KindModel,
  LinkModel,
  LoadModel,
  PagesModel,
  ParamModel,
  RelationModel,
  RequestModel,
  ServiceModel,
  WaiterModel,
} from './model.js';
import { parseParams, parsePath, samePath } from './parse-values.js';

/**
 * One statement of a table:
 *
 *     action CreateSubnet(VpcId=$Id) => Subnet(Id=.SubnetId) @Subnet
 *     hasMany Subnets: DescribeSubnets(Filters[vpc-id]=$Id) => Subnet(Id=.SubnetId) @Subnets[]
 *
 * A name, where it is not the operation's own; what is called, with what goes into its input; after
 * `=>` the resource that comes back, with its identifiers; after `@` where the attributes stand in the
 * answer (`@@` is the whole of it), in which `.SubnetId` is a member. Lines before the first `resource` belong to the
 * service resource, which has all kinds without a line.
 */
const STATEMENT = /^(?:(\w+): )?(\w+)\((.*?)\)(?: => (\w+)\((.*?)\))?(?: @(\S+))?(?: size (\w+))?$/;

interface Statement {
  readonly keyword: string;
  readonly name: string;
  readonly callee: string;
  readonly args: string;
  readonly kind: string | undefined;
  readonly kindArgs: string;
  readonly path: string | undefined;
  readonly size: string | undefined;
}

const services = new Map<ServiceName, ServiceModel>();

/** A service's table, read once. */
export function serviceModel(name: ServiceName): ServiceModel {
  const known = services.get(name);
  if (known !== undefined) return known;
  const model = parseService(name, definitions[name]);
  services.set(name, model);
  return model;
}

/** Reads a table; whether it is right is for the tests to say. */
export function parseService(name: ServiceName, text: string): ServiceModel {
  const [rootText = '', ...blocks] = text.split(/\nresource /);
  const texts = new Map(blocks.map((block) => [/^\w+/.exec(block)?.[0] ?? '', block]));
  const kinds = new Map<string, KindModel>();
  const kind = (kindName: string): KindModel => {
    const known = kinds.get(kindName);
    if (known !== undefined) return known;
    const parsed = parseKind(texts.get(kindName) ?? '');
    kinds.set(kindName, parsed);
    return parsed;
  };
  const statements = statementsOf(rootText);
  const root = kindOf('ServiceResource', [], undefined, statements);
  const kindNames = [...texts.keys()];
  const model: ServiceModel = {
    name,
    root: { ...root, relations: [] },
    kindNames,
    pages: new Map(statements.filter(isA('pages')).map((each) => [each.callee, pages(each)])),
    kind,
  };
  return withRoot(model, root, [...texts]);
}

/**
 * The service resource has every kind: under the name that its table gives it, else under its own.
 * A name that the table gives to another kind is that kind's: `ec2.KeyPair` is a `KeyPairInfo`, as in
 * boto3, for a `KeyPair` holds the key material that only its creation gives.
 */
function withRoot(
  model: ServiceModel,
  root: KindModel,
  texts: readonly (readonly [string, string])[],
): ServiceModel {
  const named = new Set(root.relations.flatMap(({ name, gives }) => [name, gives.kind]));
  const others = texts
    .filter(([name]) => !named.has(name))
    .map(([name, text]) => {
      const inputs = identifiersOf(text).map((identifier) => identifier.name);
      const identifiers = inputs.map((each) => ({
        name: each,
        sources: [{ from: 'input' } as const],
      }));
      const gives = { kind: name, identifiers, items: undefined, attributes: undefined };
      return { name, gives, inputs, needsData: false };
    });
  return { ...model, root: { ...root, relations: [...root.relations, ...others] } };
}

function parseKind(text: string): KindModel {
  const header = text.split('\n', 1)[0] ?? '';
  const name = /^\w+/.exec(header)?.[0] ?? '';
  const shape = / shape (\w+)/.exec(header)?.[1];
  return kindOf(name, identifiersOf(text), shape, statementsOf(text.slice(header.length)));
}

/** `[Id~VpcId]`: the identifier, and the attribute that holds the same. */
function identifiersOf(text: string): IdentifierModel[] {
  const list = /\[(.*?)\]/.exec(text)?.[1] ?? '';
  return list
    .split(' ')
    .filter(Boolean)
    .map((each) => {
      const [name = '', member] = each.split('~');
      return { name, property: codeName(name), member };
    });
}

function kindOf(
  name: string,
  identifiers: readonly IdentifierModel[],
  shape: string | undefined,
  statements: readonly Statement[],
): KindModel {
  const load = statements.find(isA('load'));
  return {
    name,
    identifiers,
    shape,
    load: load && loadOf(load),
    actions: statements.filter(isA('action')).map(action),
    batchActions: statements.filter(isA('batch')).map(request),
    relations: statements.filter(isA('has')).map(relation),
    collections: statements.filter(isA('hasMany')).map(collection),
    waiters: statements.filter(isA('waiter')).map(waiter),
  };
}

/** A statement goes on in lines that begin with `=>` or `@`, and after one that ends with a comma. */
function statementsOf(text: string): Statement[] {
  const lines = text
    .replace(/,\n\s*/g, ', ')
    .replace(/\n\s*(?==>|@)/g, ' ')
    .split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map(statement);
}

function statement(line: string): Statement {
  const space = line.indexOf(' ');
  const found = STATEMENT.exec(line.slice(space + 1));
  if (found === null) throw new Error(`A resource table has a line that cannot be read: ${line}`);
  const [, name, callee = '', args = '', kind, kindArgs = '', path, size] = found;
  const keyword = line.slice(0, space);
  return { keyword, name: name ?? callee, callee, args, kind, kindArgs, path, size };
}

function isA(keyword: string): (statement: Statement) => boolean {
  return (each) => each.keyword === keyword;
}

function request({ name, callee, args }: Statement): RequestModel {
  const params = parseParams(args);
  return { name, operation: callee, params, needsData: params.some(needsData) };
}

function needsData({ sources }: Pick<ParamModel, 'sources'>): boolean {
  return sources.some(({ from }) => from === 'data');
}

function loadOf(each: Statement): LoadModel {
  return { ...request(each), path: parsePath(each.path) };
}

function action(each: Statement): ActionModel {
  const { kind, kindArgs, path } = each;
  const gives = kind === undefined ? undefined : link(kind, kindArgs, path, 'response');
  return { ...request(each), gives };
}

function collection(each: Statement): CollectionModel {
  return { ...request(each), gives: link(each.kind ?? '', each.kindArgs, each.path, 'response') };
}

function relation({ name, callee, args, path }: Statement): RelationModel {
  const gives = link(callee, args, path, 'data');
  const inputs = gives.identifiers.filter(({ sources }) => sources[0]?.from === 'input');
  return {
    name,
    gives,
    inputs: inputs.map((identifier) => identifier.name),
    needsData:
      gives.items?.from === 'data' || gives.identifiers.some((identifier) => needsData(identifier)),
  };
}

function waiter(each: Statement): WaiterModel {
  return request(each);
}

function pages({ args, path, size = '' }: Statement): PagesModel {
  return { tokens: parseParams(args), more: parsePath(path), size };
}

/**
 * Where an identifier's path goes through a list (`response.Subnets[].SubnetId`), there is a resource
 * for each entry. What is left of such a path is looked up in the entry, so that one that lacks an
 * identifier cannot shift the others' (it does in boto3: routes without an IPv4 destination).
 */
function link(
  kind: string,
  args: string,
  pathText: string | undefined,
  from: 'data' | 'response',
): LinkModel {
  const whole = args.replaceAll(/=\.(?=\w)/g, `=${from}.${pathText ?? ''}.`);
  const parsed = parseParams(whole).map(({ target, sources }) => ({
    name: target[0]?.name ?? '',
    sources,
  }));
  let items: LinkModel['items'];
  const identifiers = parsed.map(({ name, sources }) => ({
    name,
    sources: sources.map((source) => {
      if (!('path' in source) || source.from === 'item') return source;
      const last = source.path.findLastIndex(({ at }) => at === 'each');
      if (last < 0) return source;
      items ??= { from: source.from, path: source.path.slice(0, last + 1) };
      return { from: 'item' as const, path: source.path.slice(last + 1) };
    }),
  }));
  if (pathText === undefined) return { kind, identifiers, items, attributes: undefined };
  const path = parsePath(pathText);
  const isItem = items !== undefined && samePath(items.path, path);
  return { kind, identifiers, items, attributes: isItem ? 'item' : path };
}
