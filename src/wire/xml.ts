import type { Shape, StructureShape, Traits } from '../model/index.js';
import { asText, scalarText } from './text.js';

/**
 * Values as XML, the other way round from the SDK's `XmlShapeDeserializer`.
 *
 * Source: https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html
 */

/** An element with the members of a structure in it. */
export function xmlDocument(name: string, shape: StructureShape, value: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${structure(name, shape, value, namespace(shape.traits))}`;
}

/** The members of a structure, without an element around them. */
export function xmlMembers(
  shape: StructureShape,
  value: object,
  isIn: (member: Shape) => boolean = () => true,
): string {
  let text = '';
  for (const [name, member] of shape.members) {
    const each = (value as Record<string, unknown>)[name];
    if (each === undefined || each === null || !isIn(member)) continue;
    if (member.traits.xmlAttribute !== undefined) continue;
    text += element(member.traits.memberXmlName ?? name, member, each);
  }
  return text;
}

/** One value as an element; a flattened list or map as one element for each entry. */
export function element(name: string, shape: Shape, value: unknown): string {
  switch (shape.kind) {
    case 'list':
      return list(name, shape, value as readonly unknown[]);
    case 'map':
      return map(name, shape, value as Readonly<Record<string, unknown>>);
    case 'structure':
    case 'union':
      return structure(name, shape, value as object, namespace(shape.traits));
    case 'unit':
      return tag(name, '');
    default:
      return tag(name, escape(scalarText(shape, value, 'date-time')));
  }
}

function structure(name: string, shape: StructureShape, value: object, attributes: string): string {
  let all = attributes;
  for (const [memberName, { traits }] of shape.members) {
    const each = (value as Record<string, unknown>)[memberName];
    if (traits.xmlAttribute === undefined || each === undefined) continue;
    all += ` ${traits.memberXmlName ?? memberName}="${escape(asText(each))}"`;
  }
  return tag(name, xmlMembers(shape, value), all);
}

function list(name: string, shape: Shape & { kind: 'list' }, values: readonly unknown[]): string {
  const { member, traits } = shape;
  if (traits.xmlFlattened !== undefined) {
    return values.map((each) => entry(name, member, each)).join('');
  }
  const memberName = member.traits.xmlName ?? 'member';
  return tag(name, values.map((each) => entry(memberName, member, each)).join(''));
}

function map(
  name: string,
  shape: Shape & { kind: 'map' },
  value: Readonly<Record<string, unknown>>,
): string {
  const { key, value: member, traits } = shape;
  const keyName = key.traits.xmlName ?? 'key';
  const valueName = member.traits.xmlName ?? 'value';
  const isFlat = traits.xmlFlattened !== undefined;
  const entries = Object.keys(value)
    .filter((each) => value[each] !== undefined)
    .map((each) =>
      tag(
        isFlat ? name : 'entry',
        tag(keyName, escape(each)) + entry(valueName, member, value[each]),
      ),
    )
    .join('');
  return isFlat ? entries : tag(name, entries);
}

/** An entry of a list or a map; one of a sparse one may be empty. */
function entry(name: string, shape: Shape, value: unknown): string {
  return value === null || value === undefined ? tag(name, '') : element(name, shape, value);
}

function namespace({ xmlNamespace }: Traits): string {
  if (xmlNamespace === undefined) return '';
  const [prefix, address] =
    typeof xmlNamespace === 'string'
      ? ['', xmlNamespace]
      : [`:${xmlNamespace[0]}`, xmlNamespace[1]];
  return ` xmlns${prefix}="${escape(address)}"`;
}

export function tag(name: string, inside: string, attributes = ''): string {
  return `<${name}${attributes}>${inside}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Parsers make a line feed of it otherwise.
  '\r': '&#13;',
};

export function escape(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * A character that no XML document can hold, even escaped; undefined where there is none.
 *
 * Source: https://www.w3.org/TR/xml/#charsets
 */
export function unspeakable(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- the control characters are what is looked for
  return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.exec(text)?.[0];
}
