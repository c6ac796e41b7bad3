/**
 * Without a call of its own to another machine: a host that is not this machine, at an address that is.
 */
export const REACH = `
  const net = require('node:net');
  exports.reach = (port) => new Promise((resolve) => {
    const socket = net.connect({
      host: 'example.org', port,
      lookup: (host, options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    socket.on('connect', () => { socket.destroy(); resolve('reached'); });
    socket.on('error', ({ name, code }) => resolve(name === 'Error' ? code : name));
  });`;

/** Jest runs the longest file first otherwise. */
export const BY_PATH = `
  const { default: Sequencer } = require('@jest/test-sequencer');
  module.exports = class extends Sequencer {
    sort(tests) { return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1)); }
  };`;
