import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { withoutAccount } from './without-account.ts';

const root = join(import.meta.dirname, '..');

/** Where an emulator answers, and as whom. */
export interface EmulatedPlace {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Runs the CDK's own command against an emulator, whatever account the shell is signed in to. */
export async function cdk(place: EmulatedPlace, ...parameters: string[]): Promise<void> {
  const context = ['--context', 'sluice:stack=localstack'];
  await runCommand(join(root, 'node_modules', '.bin', 'cdk'), [...parameters, ...context], cdkEnvironment(place));
}

/** What that command is to find in its environment, and what not: variables that are undefined. */
export function cdkEnvironment({ endpoint, region, credentials }: EmulatedPlace): Record<string, string | undefined> {
  return {
    ...withoutAccount(process.env),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    CDK_DISABLE_VERSION_CHECK: '1',
  };
}
