// Synthetic inputs, outputs and errors, read off the SDK's own schemas without this package's help:
// what checks the encoder must not share its reading of them.

import { textForSdk } from './checked-by-sdk.mjs';

/** A day without milliseconds: dates in headers have none. */
const DATE = Date.UTC(2024, 4, 6, 7, 8, 9);
/** How often a structure may stand inside itself. */
const MAX_NESTED = 2;

/**
 * A value with every member of a schema, and one arm of each union.
 *
 * @param schema of an input, an output or an error
 * @param options `variant`: each union takes its arm of this number, or the first; `NumericValue`: the
 *   SDK's class for decimals; `isInput`: of a request
 */
export function synthesize(schema, options) {
  return new Synthesis(options).value(schema, {}, 'value', []);
}

/** How many values it takes to have had each arm of each union in a schema. */
export function variantsOf(schema) {
  let most = 1;
  const seen = new Set();
  const visit = (ref) => {
    const { schema: each } = resolve(ref);
    if (!Array.isArray(each) || seen.has(each)) return;
    seen.add(each);
    if (each[0] === 1) visit(each[4]);
    else if (each[0] === 2) visit(each[5]);
    else if (isStructure(each)) {
      if (each[0] === 4 && !isStreaming(each[3])) most = Math.max(most, each[4].length);
      each[5].forEach(visit);
    }
  };
  visit(schema);
  return most;
}

/** The event stream of a structure: its member's name and the schema of its events. */
export function eventsOf(ref) {
  const { schema } = resolve(ref);
  if (!isStructure(schema)) return undefined;
  for (const [i, name] of schema[4].entries()) {
    const member = resolve(schema[5][i]);
    if (isStructure(member.schema) && isStreaming(member.traits))
      return { name, schema: member.schema };
  }
  return undefined;
}

/** The streaming blob of a structure, by its member's name. */
export function streamOf(ref) {
  const { schema } = resolve(ref);
  if (!isStructure(schema)) return undefined;
  return schema[4].find((_, i) => {
    const member = resolve(schema[5][i]);
    return member.schema === 42 || (member.schema === 21 && isStreaming(member.traits));
  });
}

class Synthesis {
  #count = 0;

  constructor({ variant = 0, NumericValue, isInput = false } = {}) {
    this.variant = variant;
    this.NumericValue = NumericValue;
    this.isInput = isInput;
  }

  value(ref, outer, name, path) {
    const { schema, traits: own } = resolve(ref);
    const traits = { ...own, ...outer };
    if (typeof schema === 'number' && schema >= 64) {
      return this.#collection(schema, traits, name, path);
    }
    if (!Array.isArray(schema)) return this.#simple(schema, traits, name);
    switch (schema[0]) {
      case 1:
        return this.#list(schema[4], name, path);
      case 2:
        return this.#map(schema[5], traits, name, path);
      default:
        return isStreaming(traits) ? this.#events(schema, path) : this.#structure(schema, path);
    }
  }

  #collection(schema, traits, name, path) {
    return schema >= 128
      ? this.#map(schema - 128, traits, name, path)
      : this.#list(schema - 64, name, path);
  }

  #list(member, name, path) {
    const values = [this.value(member, {}, name, path), this.value(member, {}, name, path)];
    // A structure that is too deep in itself is left out.
    return values.filter((each) => each !== undefined);
  }

  #map(member, traits, name, path) {
    const { httpPrefixHeaders } = traits;
    const keys = httpPrefixHeaders === undefined ? ['Key one', 'key-2'] : ['one', 'two'];
    const outer = httpPrefixHeaders === undefined ? {} : { httpPrefixHeaders };
    const entries = keys.map((key) => [key, this.value(member, outer, name, path)]);
    return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
  }

  #structure(schema, path) {
    if (path.filter((each) => each === schema).length >= MAX_NESTED) return undefined;
    const inside = [...path, schema];
    const [id, , , , names, members, required = 0] = schema;
    if (id === 4) return this.#arm(names, members, inside);
    const result = {};
    for (const [i, name] of names.entries()) {
      const value = this.value(members[i], {}, name, inside);
      if (value !== undefined) result[name] = value;
      // A structure that cannot do without itself is left out with it.
      else if (i < required) return undefined;
    }
    return result;
  }

  /** One arm: the one whose turn it is, or the next that does not go on for ever. */
  #arm(names, members, path) {
    for (let i = 0; i < names.length; i += 1) {
      const at = (this.variant + i) % names.length;
      const value = this.value(members[at], {}, names[at], path);
      if (value !== undefined) return { [names[at]]: value };
    }
    return undefined;
  }

  /** Each event once; exceptions end a stream, so they are tried apart. */
  #events(schema, path) {
    return schema[4].flatMap((name, i) => {
      const member = resolve(schema[5][i]).schema;
      return member[0] === -3 ? [] : [{ [name]: this.#structure(member, path) ?? {} }];
    });
  }

  #simple(kind, traits, name) {
    this.#count += 1;
    const n = this.#count;
    switch (kind) {
      case 0:
        return this.#text(traits, name, n);
      case 1:
        return traits.httpResponseCode === undefined ? n + 0.5 * (n % 2) : 200;
      case 2:
        return n % 2 === 0;
      case 4:
      case 5:
      case 6:
      case 7:
        return new Date(DATE + n * 1000);
      case 15:
        return { text: `<${name} & ${n}>`, list: [1, true, null, 'é'], nested: { number: n / 2 } };
      case 17:
        return BigInt(n) * 10n ** 12n;
      case 19:
        return new this.NumericValue(`${n}.25`, 'bigDecimal');
      case 21:
      case 42:
        return new Uint8Array([0, 255, n % 256, 128, 10, 13]);
      default:
        return {};
    }
  }

  #text(traits, name, n) {
    const forSdk = this.isInput ? textForSdk(name, n) : undefined;
    if (forSdk !== undefined) return forSdk;
    if (traits.mediaType !== undefined && /json$/.test(traits.mediaType)) return `{"n":${n}}`;
    // Labels, hosts and headers do not take everything; what is in a body does.
    const isBound = ['httpLabel', 'httpHeader', 'httpQuery', 'hostLabel', 'httpPrefixHeaders'].some(
      (each) => traits[each] !== undefined,
    );
    if (this.isInput || isBound) return `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}-${n}`;
    return ` ${name} <${n}> & "é\u{1F600}" `.trim();
  }
}

/** A schema without what refers to it: `{ schema, traits }`, with the traits that gathered on the way. */
export function resolve(ref) {
  let schema = ref;
  let traits = {};
  for (;;) {
    if (typeof schema === 'function') schema = schema();
    else if (Array.isArray(schema) && schema.length === 2) {
      traits = { ...traitsOf(schema[1]), ...traits };
      [schema] = schema;
    } else if (Array.isArray(schema) && schema[0] === 0) {
      traits = { ...traitsOf(schema[3]), ...traits };
      schema = schema[4];
    } else break;
  }
  if (Array.isArray(schema)) traits = { ...traitsOf(schema[3]), ...traits };
  return { schema, traits };
}

const BITS = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
];

function traitsOf(traits) {
  if (typeof traits === 'object' && traits !== null) return traits;
  return Object.fromEntries(BITS.filter((_, i) => (traits >> i) & 1).map((name) => [name, 1]));
}

function isStructure(schema) {
  return Array.isArray(schema) && [3, 4, -3].includes(schema[0]);
}

function isStreaming(traits) {
  return traitsOf(traits).streaming !== undefined;
}
