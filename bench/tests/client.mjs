/** A client that needs nothing of the machine it runs on. */
export function clientOf(Client) {
  return new Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
}
