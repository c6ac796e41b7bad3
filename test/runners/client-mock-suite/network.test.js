import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import http from 'node:http';
import https from 'node:https';
import { publish } from './app.js';

const mock = mockClient(SNSClient);
let server;
let url;

beforeAll(async () => {
  server = http.createServer((request, response) =>
    response.end(`${request.method} ${request.url}`),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => mock.reset());

test('a server of the test’s, by fetch', async () => {
  expect(await (await fetch(`${url}/path`)).text()).toBe('GET /path');
});
test('a server of the test’s, by http', async () => {
  const text = await new Promise((resolve, reject) => {
    http
      .get(`${url}/path`, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      })
      .on('error', reject);
  });
  expect(text).toBe('GET /path');
});
test('a server that the mock’s fake asks', async () => {
  mock.on(PublishCommand).callsFake(async ({ Message }) => ({
    MessageId: await (await fetch(`${url}/${Message}`)).text(),
  }));
  expect(await publish(['a'])).toEqual(['GET /a']);
});
test('a fetch of the test’s own', async () => {
  const original = globalThis.fetch;
  globalThis.fetch = vi.fn().mockResolvedValue({ ok: true });
  expect(await fetch('https://example.com')).toEqual({ ok: true });
  expect(fetch).toHaveBeenCalledWith('https://example.com');
  globalThis.fetch = original;
});
test('a spy on fetch', async () => {
  const spy = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('mocked'));
  expect(await (await fetch('https://example.com')).text()).toBe('mocked');
  spy.mockRestore();
  expect((await fetch(url)).status).toBe(200);
});
test('a spy on https.request', () => {
  const request = { on: vi.fn(), end: vi.fn() };
  const spy = vi.spyOn(https, 'request').mockReturnValue(request);
  expect(https.request('https://example.com')).toBe(request);
  expect(spy).toHaveBeenCalledTimes(1);
  spy.mockRestore();
});
test('nothing is printed', async () => {
  const spies = ['log', 'warn', 'error'].map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  );
  await publish(['a']);
  for (const spy of spies) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});
