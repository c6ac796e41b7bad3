/**
 * Preloaded into every process and thread of the tests: what gets through this package's guard ends here, below Node's
 * own modules, before anything leaves the machine.
 */
const { TCP } = process.binding('tcp_wrap');
const { UDP } = process.binding('udp_wrap');
const cares = process.binding('cares_wrap');

const LOCAL = /^(?:127\.|::1$|::ffff:(?:127\.|7f)|localhost$|0\.0\.0\.0$|::$)/;

function refuse(what, place) {
  const text = `${what} ${place} got through the guard, and was stopped below it.`;
  process.stderr.write(`\n${text}\n`);
  throw new Error(text);
}

/** @param at - which of the arguments is the address */
function stop(owner, name, what, at) {
  const original = owner[name];
  if (typeof original !== 'function') return;
  owner[name] = function (...args) {
    const place = String(args[at]);
    return LOCAL.test(place) ? original.apply(this, args) : refuse(what, place);
  };
}

for (const name of ['connect', 'connect6']) {
  stop(TCP.prototype, name, 'A connection to', 1);
  stop(UDP.prototype, name, 'A datagram to', 0);
}
for (const name of ['send', 'send6']) {
  const original = UDP.prototype[name];
  // A connected socket gives no address: it was looked at above.
  UDP.prototype[name] = function (...args) {
    const place = args.length > 5 ? String(args[4]) : 'localhost';
    return LOCAL.test(place) ? original.apply(this, args) : refuse('A datagram to', place);
  };
}
stop(cares, 'getaddrinfo', 'The look-up of', 1);
stop(cares, 'getnameinfo', 'The look-up of', 1);
for (const name of Object.getOwnPropertyNames(cares.ChannelWrap.prototype)) {
  if (/^(?:query|getHostByAddr)/.test(name))
    stop(cares.ChannelWrap.prototype, name, 'The look-up of', 1);
}
