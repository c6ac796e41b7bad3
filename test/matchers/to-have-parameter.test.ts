import { describe, expect, test } from 'vitest';
import { useAwsFixture } from '../../src/index.js';
import { messageOf } from '../message-of.js';

const parameters = useAwsFixture('parameters', {
  '/app/url': 'https://example.com',
  '/app/key': { SecureString: 'x' },
  '/app/hosts': ['a', 'b'],
  '/app/db': '{"host":"db","port":1}',
});

describe('toHaveParameter', () => {
  test('passes for a name, and for its value as a text, a list, JSON or a matcher', () => {
    expect(parameters).toHaveParameter('/app/url');
    expect(parameters).toHaveParameter('/app/url:1', 'https://example.com');
    expect(parameters).toHaveParameter('/app/url', expect.stringContaining('example'));
    expect(parameters).toHaveParameter('/app/key', 'x');
    expect(parameters).toHaveParameter('/app/hosts', ['a', 'b']);
    expect(parameters).toHaveParameter('/app/db', { host: 'db' });
    expect(parameters).not.toHaveParameter('/app/none');
    expect(parameters).not.toHaveParameter('/app/url', 'https://other.example');
    expect(parameters).not.toHaveParameter('/app/db', { host: 'other' });
  });

  test('says which parameters there are instead', async () => {
    expect(
      await messageOf(() => {
        expect(parameters).toHaveParameter('/app/none', 'x');
      }),
    ).toMatchInlineSnapshot(`
      "expect(parameters).toHaveParameter(name, value)

      Expected a parameter "/app/none", with this value

      There are 4 parameters:
        /app/db
        /app/hosts
        /app/key
        /app/url"
    `);
  });

  test('says in what the value differs', async () => {
    expect(
      await messageOf(() => {
        expect(parameters).toHaveParameter('/app/url', 'https://other.example');
      }),
    ).toMatchInlineSnapshot(`
      "expect(parameters).toHaveParameter(name, value)

      Expected a parameter "/app/url", with this value

      - Expected
      + Received

      - https://other.example
      + https://example.com"
    `);
    expect(
      await messageOf(() => {
        expect(parameters).not.toHaveParameter('/app/key', 'x');
      }),
    ).toMatchInlineSnapshot(`
      "expect(parameters).not.toHaveParameter(name, value)

      Expected no parameter "/app/key" with this value"
    `);
  });

  test('is for parameters only', () => {
    const bucket = useAwsFixture('bucket', { name: 'docs' });
    expect(() => {
      expect(bucket).toHaveParameter('/a');
    }).toThrow(
      "expect(…).toHaveParameter() looks at what useAwsFixture('parameters') made, but got the bucket docs.",
    );
    expect(() => {
      expect(parameters).toHaveParameter('/a', 1 as never);
    }).toThrow(
      "expect(…).toHaveParameter() takes the value as a text, as a list of texts (['a', 'b']), as what its JSON should have ({ port: 1 }), or as a matcher of its text.",
    );
  });
});
