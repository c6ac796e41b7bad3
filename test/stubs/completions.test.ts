import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../types/shared');
const path = join(folder, 'completed.ts');
const CURSOR = '|';

/** What an editor suggests at the cursor of each line, in a project that registers S3 and STS. */
function suggestedAt(...lines: string[]): string[][] {
  const head = `
    import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
    import { stub, Stubber } from '../../../src/index.js';
    declare module '../../../src/aws-services.cjs' {
      interface AwsServices {
        's3': typeof import('@aws-sdk/client-s3');
        'sts': typeof import('@aws-sdk/client-sts');
      }
    }
    `;
  const marked = head + lines.join('\n');
  const text = marked.replaceAll(CURSOR, '');
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const read = file === path ? text : ts.sys.readFile(file);
      return read === undefined ? undefined : ts.ScriptSnapshot.fromString(read);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === path || ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
    readDirectory: (...given) => ts.sys.readDirectory(...given),
    directoryExists: (...given) => ts.sys.directoryExists(...given),
    getDirectories: (...given) => ts.sys.getDirectories(...given),
  });
  expect(service.getSemanticDiagnostics(path).map(({ messageText }) => messageText)).toEqual([]);
  let place = 0;
  return lines.map((_, i) => {
    place = marked.indexOf(CURSOR, place + 1);
    const { entries = [] } = service.getCompletionsAtPosition(path, place - i, {}) ?? {};
    // What is written there may be suggested as well.
    return entries.map(({ name }) => name).filter((name) => name !== '' && name !== 'AnyCode');
  });
}

// It reads the types of two services, which takes a busy machine its time.
test('an editor suggests ids of services, operations and codes of errors', () => {
  const [ids, operations, codes, once, ofStubber, any, ofOthers] = suggestedAt(
    "stub('|');",
    "stub(S3Client).on('Get|Object');",
    "stub(S3Client).on(GetObjectCommand).rejects('|');",
    "stub('s3').expects('GetObject').rejectsOnce('|');",
    "new Stubber(S3Client).addClientError('GetObject', { code: '|' });",
    "stub(S3Client).on('GetObject').rejects('Any|Code');",
    "stub('SQS').on('SendMessage').rejects('|');",
  );
  expect(ids).toEqual(['s3', 'sts']);
  expect(operations).toEqual(expect.arrayContaining(['GetObject', 'PutObject']));
  expect(codes).toEqual(
    expect.arrayContaining(['NoSuchKey', 'NoSuchBucket', 'InvalidObjectState']),
  );
  expect(codes).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/Command|Client|ServiceException|\$/)]),
  );
  expect([once, ofStubber, any]).toEqual([codes, codes, codes]);
  expect(ofOthers).toEqual([]);
}, 300_000);
