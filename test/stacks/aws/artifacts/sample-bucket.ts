import { Readable } from 'node:stream';
import {
  type GetObjectCommandOutput,
  S3Client,
  type S3ClientResolvedConfig,
  S3ServiceException,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from '@aws-sdk/client-s3';
import type { AwsStub } from 'aws-sdk-client-mock';
import type { S3Place } from '../../../../src/stacks/aws/artifacts/s3-place.ts';
import { collect } from '../../../collect.ts';

/** A client that is mocked. */
export type S3Stub = AwsStub<ServiceInputTypes, ServiceOutputTypes, S3ClientResolvedConfig>;

/** A bucket behind a client of its own, to be mocked. */
export function sampleBucket(): S3Place {
  return { client: new S3Client({ region: 'eu-central-1' }), bucket: 'artifacts' };
}

/** An error as S3 answers it. */
export function fault(name: string, httpStatusCode: number): S3ServiceException {
  return new S3ServiceException({
    name,
    $fault: httpStatusCode < 500 ? 'client' : 'server',
    message: `S3 said ${name}`,
    $metadata: { httpStatusCode },
  });
}

/** The body of an answer: a stream that can also be taken as a whole. */
export function body(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): NonNullable<GetObjectCommandOutput['Body']> {
  const stream = Readable.from(chunks);
  const transformToByteArray = async () => Buffer.concat(await collect<Uint8Array>(stream));
  // The two other ways to take it, as text and as a web stream, are left out.
  return Object.assign(stream, { transformToByteArray }) as unknown as NonNullable<GetObjectCommandOutput['Body']>;
}
