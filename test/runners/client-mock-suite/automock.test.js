import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { putText } from './app.js';

vi.mock('@aws-sdk/client-s3');

test('a package that is mocked by the runner', async () => {
  const client = new S3Client({});
  expect(vi.isMockFunction(client.send)).toBe(true);
  client.send.mockResolvedValue({ ETag: '1' });
  expect(await putText('k', 'text', client)).toEqual({ ETag: '1' });
  expect(PutObjectCommand).toHaveBeenCalledWith({ Bucket: 'bucket', Key: 'k', Body: 'text' });
});
