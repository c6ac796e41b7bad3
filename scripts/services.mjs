// A step of `npm run build`: the list of services; and dist/services, the types of operations by name, an entry a client
// package (scripts/client-packages.txt). Each is found by its package's name: aws-sdk-stubber/services/ec2.
// There is nothing in them at run time, so they have one file of code together: dist/services.cjs.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const entries = join(dist, 'services');
mkdirSync(entries, { recursive: true });

copyFileSync(join(root, 'src/aws-services.d.cts'), join(dist, 'aws-services.d.cts'));
// Read by src/model/service-ids.ts.
const ids = JSON.parse(readFileSync(join(root, 'src/model/service-ids.json'), 'utf8'));
writeFileSync(join(dist, 'service-ids.json'), JSON.stringify(ids));

const packages = readFileSync(join(root, 'scripts/client-packages.txt'), 'utf8').trim().split('\n');
for (const name of packages) {
  const entry = name.replace('@aws-sdk/client-', '');
  write(entry, `'${entry}':typeof import('${name}')`);
}
// A document client takes DynamoDB's other operations as well.
write(
  'lib-dynamodb',
  `'dynamodb':typeof import('@aws-sdk/client-dynamodb');'DynamoDBDocument':typeof import('@aws-sdk/lib-dynamodb')`,
);

writeFileSync(join(dist, 'services.cjs'), '');

/** CommonJS, which both kinds of module may import. */
function write(entry, services) {
  writeFileSync(
    join(entries, `${entry}.d.cts`),
    `export {};declare module '../aws-services.cjs'{interface AwsServices{${services}}}\n`,
  );
}
