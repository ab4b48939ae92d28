import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdk, type EmulatedPlace } from '../../../localstack/cdk.ts';
import { emulatorEndpoint } from '../../conformance/emulator/emulator-endpoint.ts';

/** A deployment of its own, in a region where nobody else of the tests deploys. */
export interface Deployed {
  /** Folder of the pipelines, from the root of the project. */
  readonly pipelines: string;
  /** Where the functions ask AWS; the emulator itself unless given. */
  readonly functionsAsk?: string;
}

/** A region of the emulator. */
export function emulatedPlace(region: string): EmulatedPlace {
  return { endpoint: emulatorEndpoint(), region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
}

/** Makes a region ready for deployments. */
export function bootstrap(place: EmulatedPlace): Promise<void> {
  return cdk(place, 'bootstrap', `aws://000000000000/${place.region}`);
}

/** Deploys all pipelines of a folder by the real command. */
export function deploy(place: EmulatedPlace, deployed: Deployed): Promise<void> {
  const quietly = ['--require-approval', 'never', '--concurrency', '4', '--progress', 'events'];
  return withApp(deployed, (app) => cdk(place, 'deploy', '--all', ...app, ...quietly));
}

/** Destroys what was deployed. */
export function destroy(place: EmulatedPlace, deployed: Deployed): Promise<void> {
  return withApp(deployed, (app) => cdk(place, 'destroy', '--all', '--force', ...app));
}

/** The words that name the app, its assembly in a folder of its own. */
async function withApp(
  { pipelines, functionsAsk }: Deployed,
  use: (words: readonly string[]) => Promise<void>,
): Promise<void> {
  const assembly = await mkdtemp(join(tmpdir(), 'sluice-'));
  const app = `${process.execPath} ${join(import.meta.dirname, 'app.ts')}`;
  const context = [`sluice:pipelines=${pipelines}`, ...(functionsAsk ? [`test:endpoint=${functionsAsk}`] : [])];
  try {
    await use(['--app', app, '--output', assembly, ...context.flatMap((one) => ['--context', one])]);
  } finally {
    await rm(assembly, { recursive: true });
  }
}
