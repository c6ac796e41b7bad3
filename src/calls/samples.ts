import { loadedClients, packagesOf, servicePackage } from '../model/index.js';
import { isClient, type ClientClass, type ClientLike } from './client.js';
import { projectFolders } from './scope.js';

const samples = new WeakMap<ClientClass, ClientLike | undefined>();

/** A client of each of AWS's classes that are loaded. */
export function samplesOfLoaded(): ClientLike[] {
  return loadedClients().flatMap((each) => sampleOf(each as unknown as ClientClass) ?? []);
}

/** Only a client knows its service's id; one of the SDK's own classes can be made for nothing. */
export function sampleOf(serviceClass: ClientClass): ClientLike | undefined {
  if (!samples.has(serviceClass)) samples.set(serviceClass, makeSample(serviceClass));
  return samples.get(serviceClass);
}

/** A client of a service that is only named, from the project's own package. */
export function sampleOfService(serviceId: string): ClientLike | undefined {
  const client = servicePackage(packagesOf(serviceId), projectFolders())?.client;
  return client && sampleOf(client as unknown as ClientClass);
}

function makeSample(serviceClass: ClientClass): ClientLike | undefined {
  try {
    const Client = serviceClass as unknown as new (config: object) => ClientLike;
    const client = new Client({ region: 'us-east-1' });
    // Jest gives its mock where the project's package is asked for.
    return isClient(client) ? client : undefined;
  } catch {
    // A document client is made from another client.
    return undefined;
  }
}
