/** A host that connections may go to: `example.org`, `example.org:443`, `*.example.org`, `[fd00::1]:80`. */
interface AllowedHost {
  readonly host: string;
  /** Any, where none is said. */
  readonly port: number | undefined;
}

/**
 * Whether a list opens the way to a host.
 *
 * @param port - undefined where none is known yet, as in a look-up of the name
 */
export function isAllowedHost(
  allow: readonly string[],
  host: string,
  port: number | undefined,
): boolean {
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return allow.some((text) => {
    const allowed = parse(text);
    if (allowed === undefined) return false;
    const fits = allowed.host.startsWith('*.')
      ? wanted.endsWith(allowed.host.slice(1))
      : wanted === allowed.host;
    return fits && (port === undefined || allowed.port === undefined || allowed.port === port);
  });
}

/** Whether a text names a host as `network.allow` takes it. */
export function isHost(text: unknown): text is string {
  return typeof text === 'string' && parse(text) !== undefined;
}

function parse(text: string): AllowedHost | undefined {
  const { host, port } =
    /^\[(?<host>[\da-f:.]+)\](?::(?<port>\d+))?$/i.exec(text)?.groups ??
    /^(?<host>[\da-f]*:[\da-f]*:[\da-f:.]*)$/i.exec(text)?.groups ??
    /^(?<host>(?:\*\.)?[\w-]+(?:\.[\w-]+)*)(?::(?<port>\d+))?$/.exec(text)?.groups ??
    {};
  if (host === undefined) return undefined;
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && (number < 1 || number > 65_535)) return undefined;
  return { host: host.toLowerCase(), port: number };
}
