/** What DynamoDB is asked for of the table of records. */
export type RecordAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem';

/** What S3 is asked for of objects in the bucket; a large one is written in parts, and a failed upload given up. */
export type ObjectAction = 'GetObject' | 'PutObject' | 'AbortMultipartUpload';

/** Actions that may be done on whatever fits one of these patterns, in which `*` stands for any text. */
export interface Right<Action extends string> {
  readonly actions: readonly Action[];
  readonly on: readonly string[];
}

/** All that a function may do with the stores, as data. */
export interface Rights {
  /** On partitions of the table. A transaction needs all of its partitions in one right. */
  readonly records: readonly Right<RecordAction>[];
  /** On keys in the bucket. */
  readonly objects: readonly Right<ObjectAction>[];
}
