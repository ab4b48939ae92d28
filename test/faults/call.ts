import type { IncomingHttpHeaders } from 'node:http';

/** What a request asks of AWS. */
export interface Call {
  /** As a signature names it: `dynamodb`, `s3`, `states`, …; '' without one. */
  readonly service: string;
  /** `GetItem`; of S3 the method and what tells requests of one method apart, `PUT`, `PUT copy`, `POST uploads`. */
  readonly operation: string;
}

interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Words of S3's queries that make another request of the same method. */
const WORDS = ['uploads', 'uploadId', 'list-type', 'delete'];

/** Reads off a request, by its signature and its target, what it asks. */
export function callOf({ method, url, headers }: Asked): Call {
  const [, service = ''] = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return { service, operation: target.split('.').at(-1)! };
  const query = new URL(url, 'http://localhost').searchParams;
  const word = headers['x-amz-copy-source'] === undefined ? WORDS.find((one) => query.has(one)) : 'copy';
  return { service, operation: word === undefined ? method : `${method} ${word}` };
}
