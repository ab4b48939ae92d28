import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DeleteObjectsCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { outputOf, readStack } from '../../src/stacks/aws/deployment.ts';
import { SERVICE_STACK } from '../../src/stacks/aws/names.ts';
import { cdk } from './commands.ts';

const CONTEXT = ['-c', 'sluice:stage=dev', '-c', 'sluice:tokenApi=true'];

export async function deploy(): Promise<void> {
  await cdk('deploy', '--all', '--require-approval', 'never', '--progress', 'events', ...CONTEXT);
}

/** Destroys all of it; CloudFormation removes no bucket that holds something. */
export async function destroy(): Promise<void> {
  if (await isDeployed()) await empty(await bucketName());
  await cdk('destroy', '--all', '--force', ...CONTEXT);
}

/** Whether there is a stack of the service in this account and region. */
export async function isDeployed(): Promise<boolean> {
  const client = new CloudFormationClient({});
  try {
    await readStack(client, SERVICE_STACK);
    return true;
  } catch (error) {
    if (SluiceError.is(error) && error.code === 'stack.not-deployed') return false;
    throw error;
  } finally {
    client.destroy();
  }
}

async function bucketName(): Promise<string> {
  const client = new CloudFormationClient({});
  return outputOf(await readStack(client, SERVICE_STACK), 'BucketName');
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
