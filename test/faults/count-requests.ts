import type { Requests } from '../../src/stacks/aws/estimate/requests.ts';

/** Calls counted as `sluice plan` counts them, without the units of DynamoDB. */
export function countRequests(
  calls: ReadonlyMap<string, number>,
): Pick<Requests, 'records' | 'objectReads' | 'objectWrites'> {
  const sum = (isMeant: (name: string) => boolean) =>
    [...calls].filter(([name]) => isMeant(name)).reduce((total, [, count]) => total + count, 0);
  return {
    records: sum((name) => name.startsWith('dynamodb ')),
    objectReads: sum((name) => ['s3 GET', 's3 HEAD'].includes(name)),
    objectWrites: sum((name) => name.startsWith('s3 P')),
  };
}
