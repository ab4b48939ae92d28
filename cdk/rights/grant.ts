import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Rights } from './rights.ts';

/** Where records and artifacts lie. */
export interface Stores {
  readonly table: Table;
  readonly bucket: Bucket;
}

/** Gives a function these rights on the stores, and no others. */
export function grant(worker: Function, rights: Rights, stores: Stores): void {
  for (const statement of statementsOf(rights, stores)) worker.addToRolePolicy(statement);
  if (rights.objects.length > 0) worker.addToRolePolicy(seeWhatIsMissing(stores));
}

/** Rights as IAM has them. */
export function statementsOf({ records, objects }: Rights, { table, bucket }: Stores): PolicyStatement[] {
  return [
    ...records.map(
      ({ actions, on }) =>
        new PolicyStatement({
          actions: actions.map((action) => `dynamodb:${action}`),
          resources: [table.tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': on } },
        }),
    ),
    ...objects.map(
      ({ actions, on }) =>
        new PolicyStatement({
          actions: actions.map((action) => `s3:${action}`),
          resources: on.map((key) => bucket.arnForObjects(key)),
        }),
    ),
  ];
}

/**
 * To hear that an object is not there: S3 tells only who may list the whole bucket, and others that they are denied.
 * A list has names and sizes, no contents.
 */
function seeWhatIsMissing({ bucket }: Stores): PolicyStatement {
  return new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });
}
