import { codeName } from './model.js';
import type { ParamModel, Path, PathStep, Source, TargetStep } from './model.js';

/** `VpcIds[0]=$Id, Attribute="kernel"`: targets and where their values come from. */
export function parseParams(text: string): ParamModel[] {
  const params: ParamModel[] = [];
  let filters = 0;
  for (const each of text.split(', ').filter(Boolean)) {
    const equals = each.indexOf('=');
    const target = each.slice(0, equals);
    const sources = parseSources(each.slice(equals + 1));
    const filter = /^Filters\[(.+)\]$/.exec(target)?.[1];
    if (filter === undefined) {
      params.push({ target: parseTarget(target), sources });
      continue;
    }
    // EC2's filters: `Filters[vpc-id]=$Id` is { Name: 'vpc-id', Values: [id] }.
    const place = `Filters[${String(filters++)}]`;
    const name: Source = { from: 'constant', value: filter };
    params.push({ target: parseTarget(`${place}.Name`), sources: [name] });
    params.push({ target: parseTarget(`${place}.Values[0]`), sources });
  }
  return params;
}

/** `request.NewUserName||$Name`: the first that has a value counts. */
function parseSources(text: string): Source[] {
  return text.split('||').map(parseSource);
}

function parseSource(text: string): Source {
  if (text === 'input') return { from: 'input' };
  if (text.startsWith('$')) return { from: 'identifier', property: codeName(text.slice(1)) };
  if (text.startsWith('"')) return { from: 'constant', value: text.slice(1, -1) };
  const dot = text.indexOf('.');
  const from = text.slice(0, dot) as 'data' | 'request' | 'response';
  return { from, path: parsePath(text.slice(dot + 1)) };
}

/** `Reservations[].Instances[].InstanceId`; `@`, or nothing, is the value itself. */
export function parsePath(text: string | undefined): Path {
  if (text === undefined || text === '@') return [];
  return text.split('.').map((part): PathStep => {
    const [, names = '', at] = /^([\w+]+)(?:\[(-?\d*)\])?$/.exec(part) ?? [];
    const place = at === undefined ? undefined : at === '' ? 'each' : Number(at);
    return { names: names.split('+'), at: place };
  });
}

export function samePath(a: Path, b: Path): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `Delete.Objects[*].Key`: an index, `[]` for a new entry, `[*]` for the resource's place in a batch. */
function parseTarget(text: string): TargetStep[] {
  return text.split('.').map((part): TargetStep => {
    const [, name = '', at] = /^(\w+)(?:\[(\d*|\*)\])?$/.exec(part) ?? [];
    if (at === undefined) return { name, at: undefined };
    return { name, at: at === '' ? 'append' : at === '*' ? 'batch' : Number(at) };
  });
}
