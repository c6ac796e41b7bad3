import type { Shape, StructureShape } from '../model/index.js';
import { cborDocument } from './cbor.js';
import { jsonMembers } from './json.js';
import type { Protocol } from './protocol.js';
import { xmlDocument, xmlMembers } from './xml.js';

/** A structure as a body of its own, in the format of the protocol. */
export function bodyBytes(
  shape: StructureShape,
  value: object,
  protocol: Protocol,
  isIn?: (member: Shape) => boolean,
): Buffer {
  switch (protocol.body) {
    case 'json':
      return Buffer.from(JSON.stringify(jsonMembers(shape, value, protocol, isIn)));
    case 'cbor':
      return cborDocument(shape, isIn === undefined ? value : only(shape, value, isIn));
    case 'xml':
      return Buffer.from(
        isIn === undefined
          ? xmlDocument(shape.name, shape, value)
          : `<${shape.name}>${xmlMembers(shape, value, isIn)}</${shape.name}>`,
      );
  }
}

function only(shape: StructureShape, value: object, isIn: (member: Shape) => boolean): object {
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => {
      const member = shape.members.get(name);
      return member !== undefined && isIn(member);
    }),
  );
}
