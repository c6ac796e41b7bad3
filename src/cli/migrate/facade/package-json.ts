import type { ObjectExpression, ObjectProperty } from '@babel/types';
import MagicString from 'magic-string';
import { ORIGINALS } from '../packages.js';
import type { Remark } from '../report.js';
import { endOf, lineOf, readJson, startOf } from '../syntax.js';

const SECTIONS = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
] as const;
const PINNED_ELSEWHERE = [
  'overrides',
  'resolutions',
  'pnpm',
  'catalog',
  'catalogs',
  'bundledDependencies',
];
const SINON = ['sinon', '@types/sinon'];

/** What of a package.json's dependencies becomes another. */
export interface ChangedDependencies {
  readonly text: string;
  readonly changes: string[];
  readonly left: Remark[];
}

/**
 * Takes the originals out of a package.json, and this package in.
 *
 * @param version - of this package, as it is to stand there
 * @param stillNamed - which packages other files below it still name
 */
export function changeDependencies(
  text: string,
  version: string,
  stillNamed: (name: string) => boolean,
): ChangedDependencies {
  const changes: string[] = [];
  const left: Remark[] = [];
  const manifest = readJson(text);
  if (manifest?.type !== 'ObjectExpression') return { text, changes, left };
  const edits = new MagicString(text);
  const sections = SECTIONS.flatMap((name) => objectAt(manifest, name) ?? []);
  let isThere = sections.some((section) => propertyOf(section, 'aws-sdk-stubber') !== undefined);
  const names = sections.flatMap((section) => propertiesOf(section).map(({ key }) => nameOf(key)));
  const found = ORIGINALS.filter((name) => names.includes(name));
  if (found.length === 0) return { text, changes, left };
  const goes = found.filter((name) => !stillNamed(name));
  // aws-sdk-client-mock is what the others work with.
  if (goes.length < found.length && goes.includes('aws-sdk-client-mock')) {
    const others = found.filter((name) => !goes.includes(name));
    if (others.some((name) => name !== 'aws-sdk-vitest-mock')) {
      goes.splice(goes.indexOf('aws-sdk-client-mock'), 1);
    }
  }
  const sinonIsOurs =
    goes.includes('aws-sdk-client-mock') &&
    !names.some((name) => name.includes('sinon') && !SINON.includes(name)) &&
    !SINON.some(stillNamed);
  const gone = new Set<string>([...goes, ...(sinonIsOurs ? SINON : [])]);
  for (const section of sections) {
    const properties = propertiesOf(section);
    const removed = properties.filter(({ key }) => gone.has(nameOf(key)));
    const replaced = isThere
      ? undefined
      : removed.find(({ key }) => found.includes(nameOf(key) as never));
    for (const property of removed) {
      const name = nameOf(property.key);
      if (property === replaced) {
        isThere = true;
        edits.update(startOf(property), endOf(property), `"aws-sdk-stubber": "${version}"`);
      } else {
        removeProperty(
          edits,
          text,
          properties,
          property,
          (other) => removed.includes(other) && other !== replaced,
        );
      }
      changes.push(`${name} out of package.json`);
    }
    if (replaced !== undefined) changes.push('aws-sdk-stubber into package.json');
  }
  if (!isThere) {
    const property = sections
      .flatMap(propertiesOf)
      .find(({ key }) => found.includes(nameOf(key) as never));
    if (property !== undefined) {
      const [indent = ' '] = /\s*$/.exec(text.slice(0, startOf(property))) ?? [];
      edits.appendRight(endOf(property), `,${indent}"aws-sdk-stubber": "${version}"`);
      changes.push('aws-sdk-stubber into package.json');
    }
  }
  for (const name of found.filter((each) => !goes.includes(each))) {
    const property = sections.flatMap((section) => propertyOf(section, name) ?? [])[0];
    left.push({
      line: property === undefined ? 1 : lineOf(property),
      text: `${name} stays: files that were not changed use it.`,
    });
  }
  for (const key of PINNED_ELSEWHERE) {
    const property = propertyOf(manifest, key);
    if (property === undefined) continue;
    const within = text.slice(startOf(property), endOf(property));
    const named = goes.find((name) => within.includes(`"${name}"`));
    if (named !== undefined) {
      left.push({ line: lineOf(property), text: `"${key}" names ${named} too.` });
    }
  }
  return { text: edits.toString(), changes, left };
}

/** With the comma and the line break before it; the first one of an object with those after it. */
function removeProperty(
  edits: MagicString,
  text: string,
  properties: readonly ObjectProperty[],
  property: ObjectProperty,
  isGone: (other: ObjectProperty) => boolean,
): void {
  const index = properties.indexOf(property);
  const staysBefore = properties.slice(0, index).some((other) => !isGone(other));
  const previous = properties[index - 1];
  const next = properties[index + 1];
  if (staysBefore && previous !== undefined) {
    edits.remove(endOf(previous), endOf(property));
  } else if (next !== undefined) {
    edits.remove(startOf(property), startOf(next));
  } else {
    edits.remove(startOf(property), endOf(property));
  }
}

function objectAt(manifest: ObjectExpression, name: string): ObjectExpression | undefined {
  const value = propertyOf(manifest, name)?.value;
  return value?.type === 'ObjectExpression' ? value : undefined;
}

function propertiesOf(object: ObjectExpression): ObjectProperty[] {
  return object.properties.filter((each) => each.type === 'ObjectProperty');
}

function propertyOf(object: ObjectExpression, name: string): ObjectProperty | undefined {
  return propertiesOf(object).find(({ key }) => nameOf(key) === name);
}

function nameOf(key: ObjectProperty['key']): string {
  return key.type === 'StringLiteral' ? key.value : '';
}
