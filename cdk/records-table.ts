import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { tableSchema } from '../src/stacks/aws/records/table-schema.ts';
import { dataRemovalPolicy, type Stage } from './stage.ts';

/**
 * The one table of all records: encrypted, paid by the request, restorable to any second of the last 35 days.
 * In `prod` nobody can delete it without lifting its protection, and it is kept when its stack goes.
 */
export function recordsTable(scope: Construct, id: string, { stage }: { readonly stage: Stage }): Table {
  const { index } = tableSchema;
  const table = new Table(scope, id, {
    partitionKey: text(tableSchema.partitionKey),
    sortKey: text(tableSchema.sortKey),
    timeToLiveAttribute: tableSchema.timeToLive,
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.DEFAULT, // by a key of DynamoDB's own, which costs nothing
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stage === 'prod',
    removalPolicy: dataRemovalPolicy(stage),
  });
  table.addGlobalSecondaryIndex({
    indexName: index.name,
    partitionKey: text(index.partitionKey),
    sortKey: text(index.sortKey),
    projectionType: ProjectionType[index.projection],
  });
  return table;
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}
