import { expect, test } from 'vitest';
import { definitions, type ServiceName } from '../../src/resources/definitions/index.js';
import { serviceModel } from '../../src/resources/parse.js';
import { writeTypes } from './write-types.js';

// After a change of a table: npx vitest run test/resources/types.test.ts -u
test.each(Object.keys(definitions) as ServiceName[])(
  'the types of %s say what its table says',
  async (name) => {
    const types = await writeTypes(serviceModel(name));

    await expect(types).toMatchFileSnapshot(`../../src/resources/types/${name}.ts`);
  },
);
