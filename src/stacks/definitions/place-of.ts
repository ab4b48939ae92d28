import type { AwsPlace } from '../aws/clients.ts';
import type { AwsStackDefinition } from './stack-definition.ts';

/** What an emulator takes; it must never be handed what opens an account. */
const EMULATOR_CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Where the services of a stack are, and with whose credentials they are asked. */
export function placeOf({
  region,
  profile,
  endpoint,
}: { readonly [Name in 'region' | 'profile' | 'endpoint']?: AwsStackDefinition[Name] | undefined }): AwsPlace {
  const isEmulated = endpoint !== undefined && profile === undefined;
  return {
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(isEmulated ? { credentials: EMULATOR_CREDENTIALS } : {}),
  };
}
