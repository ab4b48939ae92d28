import { RemovalPolicy } from 'aws-cdk-lib';
import { type Attribute, AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { tableSchema } from '../src/stacks/aws/records/table-schema.ts';

/** The one table of all records: paid by the request, restorable to any second, kept when its stack goes. */
export function recordsTable(scope: Construct, id: string): Table {
  const { index } = tableSchema;
  const table = new Table(scope, id, {
    partitionKey: text(tableSchema.partitionKey),
    sortKey: text(tableSchema.sortKey),
    timeToLiveAttribute: tableSchema.timeToLive,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    removalPolicy: RemovalPolicy.RETAIN,
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
