import { expect, test } from 'vitest';
import { isAllowedHost } from '../../src/stubs/hosts.js';

test.each<[string, string, number, boolean]>([
  ['192.0.2.1', '192.0.2.1', 9, true],
  ['192.0.2.1:9', '192.0.2.1', 10, false],
  ['192.0.2.1', '::ffff:192.0.2.1', 9, true],
  ['::ffff:c000:201', '192.0.2.1', 9, true],
  ['::ffff:c000:201', '192.0.2.2', 9, false],
  ['2001:db8::1', '2001:0DB8:0:0::1', 9, true],
  ['[2001:0DB8:0::1]:9', '2001:db8::1', 9, true],
  ['[2001:db8::1]:9', '2001:db8::1', 10, false],
  ['2001:db8::1', '2001:db8::2', 9, false],
  ['fe80::1', 'fe80::1%eth0', 9, true],
  ['1.example.org', '1.example.org', 9, true],
  ['my-host', 'MY-HOST', 9, true],
])('an entry %s for %s at %i: %s', (entry, host, port, isOpen) => {
  expect(isAllowedHost([entry], host, port)).toBe(isOpen);
});
