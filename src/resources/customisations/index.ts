import { setAttributesAt, type AttributesAt } from '../attribute-names.js';
import type { BaseResource } from '../base.js';
import type { ServiceName } from '../definitions/index.js';
import { loadNow, loadWith, type CustomLoad } from '../load.js';
import type { KindModel } from '../model.js';
import { batchWriter } from './batch-writer.js';
import { createTags, deleteTags } from './tags.js';
import { loadBucket, loadObjectSummary } from './s3-loads.js';
import { transfersOfBucket, transfersOfObject } from './transfers.js';

type Methods = Record<string, (this: BaseResource, ...args: never[]) => unknown>;

interface Customisation {
  readonly methods?: Methods;
  readonly load?: { readonly by: CustomLoad; readonly attributes: readonly AttributesAt[] };
}

/** What boto3 adds to kinds by hand, and no table can say. */
const CUSTOMISATIONS: Readonly<Record<string, Customisation>> = {
  'dynamodb.Table': { methods: { batchWriter } },
  'ec2.ServiceResource': { methods: { createTags } },
  'ec2.Instance': { methods: { deleteTags } },
  's3.Bucket': {
    methods: transfersOfBucket,
    load: {
      by: loadBucket,
      attributes: [{ operation: 'ListBuckets', path: [{ names: ['Buckets'], at: 'each' }] }],
    },
  },
  's3.Object': { methods: transfersOfObject },
  's3.ObjectSummary': {
    load: {
      by: loadObjectSummary,
      attributes: [
        { operation: 'HeadObject', path: [], renamed: { ContentLength: 'Size' } },
        { operation: 'ListObjects', path: [{ names: ['Contents'], at: 'each' }] },
      ],
    },
  },
};

/** The methods that a kind has besides those of its table. */
export function customise(service: ServiceName, kind: KindModel): Methods {
  const { load, methods } = CUSTOMISATIONS[`${service}.${kind.name}`] ?? {};
  if (load === undefined) return methods ?? {};
  loadWith(kind, load.by);
  setAttributesAt(kind, load.attributes);
  return { ...methods, load: loadNow, reload: loadNow };
}
