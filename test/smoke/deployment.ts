import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DeleteObjectsCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { type DeployedStack, readStack } from '../../src/stacks/aws/deployment.ts';
import { SERVICE_STACK } from '../../src/stacks/aws/names.ts';
import { cdk } from './commands.ts';

const CONTEXT = ['-c', 'sluice:stage=dev', '-c', 'sluice:tokenApi=true'];

export async function deploy(): Promise<void> {
  await cdk('deploy', '--all', '--require-approval', 'never', '--progress', 'events', ...CONTEXT);
}

/** Destroys all of it, and what a deployment left that failed; CloudFormation removes no bucket that holds something. */
export async function destroy(): Promise<void> {
  const bucket = (await findService())?.outputs['BucketName'];
  if (bucket !== undefined) await empty(bucket);
  await cdk('destroy', '--all', '--force', ...CONTEXT);
}

/** Whether there is a stack of the service in this account and region. */
export async function isDeployed(): Promise<boolean> {
  return (await findService()) !== undefined;
}

async function findService(): Promise<DeployedStack | undefined> {
  const client = new CloudFormationClient({});
  try {
    return await readStack(client, SERVICE_STACK);
  } catch (error) {
    if (SluiceError.is(error) && error.code === 'stack.not-deployed') return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}

async function empty(Bucket: string): Promise<void> {
  const client = new S3Client({ forcePathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined });
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    if (Contents.length === 0) continue;
    const Objects = Contents.map(({ Key }) => ({ Key }));
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    if (Errors.length > 0) throw new Error(`${Errors.length} objects stay in ${Bucket}: ${Errors[0]!.Message}`);
  }
}
