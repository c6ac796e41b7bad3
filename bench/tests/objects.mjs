import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import { cpuSince } from './record.mjs';

/** 1 KiB. */
const BODY = 'x'.repeat(1024);

/** In S3's order for the numbers'. */
export function keyOf(n) {
  return String(n).padStart(6, '0');
}

/** What it takes to write so many objects, and to read them with their bodies, whoever answers. */
export async function timeObjects(client, Bucket, count) {
  const keys = Array.from({ length: count }, (_, n) => keyOf(n));
  const puts = keys.map((Key) => new PutObjectCommand({ Bucket, Key, Body: Buffer.from(BODY) }));
  const gets = keys.map((Key) => new GetObjectCommand({ Bucket, Key }));
  let last;
  let begin = process.cpuUsage();
  for (const command of puts) await client.send(command);
  const PutObject = cpuSince(begin);
  begin = process.cpuUsage();
  for (const command of gets) last = await (await client.send(command)).Body.transformToString();
  const GetObject = cpuSince(begin);
  expect(last).toBe(BODY);
  return { PutObject, GetObject };
}
