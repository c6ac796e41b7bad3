import { stub } from '../../src/index.js';
import { definitions, type ServiceName } from '../../src/resources/definitions/index.js';
import type { KindModel, ServiceModel } from '../../src/resources/model.js';
import { serviceModel } from '../../src/resources/parse.js';
import { resource } from '../../src/resources/index.js';
import { attributesOf } from './attributes.js';
import { packageOf } from './client-package.js';

type Method = (...args: unknown[]) => unknown;
type Members = Record<string, Method & Record<string, Method>>;

export interface Kind {
  readonly service: ServiceModel;
  readonly model: KindModel;
  /** `ec2.Vpc` */
  readonly name: string;
  /** A new resource of this kind. */
  readonly make: () => Promise<Members>;
  /** True where its attributes can be asked for. */
  readonly loads: boolean;
  readonly attributes: readonly string[];
}

/** All kinds of all services, and the service resources. */
export function everyKind(): Kind[] {
  return (Object.keys(definitions) as ServiceName[]).flatMap((name) => {
    const service = serviceModel(name);
    const models = [service.root, ...service.kindNames.map((each) => service.kind(each))];
    return models.map((model) => ({
      service,
      model,
      name: `${name}.${model.name}`,
      make: () => make(service, model),
      loads: model.load !== undefined || ['Bucket', 'ObjectSummary'].includes(model.name),
      attributes: [...(attributesOf(service, model)?.members.keys() ?? [])],
    }));
  });
}

/** Made by the service resource; a `KeyPair` only comes from its creation. */
async function make(service: ServiceModel, model: KindModel): Promise<Members> {
  const root = resource(clientOf(service) as never) as unknown as Members;
  if (model === service.root) return root;
  const maker = service.root.relations.find(({ gives }) => gives.kind === model.name);
  const identifiers = model.identifiers.map(({ property }) => `${property}-1`);
  if (maker !== undefined) return root[maker.name]!(...identifiers) as Members;
  stub('EC2').on('CreateKeyPair').resolves({ KeyName: 'name-1', KeyMaterial: 'secret' });
  return (await root['createKeyPair']!({ KeyName: 'name-1' })) as Members;
}

const clients = new Map<ServiceModel, object>();

/** One client a service: making one takes longer than all else here. */
function clientOf(service: ServiceModel): object {
  const Client = Object.entries(packageOf(service)).find(([name]) => /^[A-Z]\w*Client$/.test(name));
  const client = clients.get(service) ?? new Client![1]({});
  clients.set(service, client);
  return client;
}
