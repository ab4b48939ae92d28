/** What DynamoDB and S3 are asked for. */
export interface Requests {
  /** To DynamoDB. */
  readonly records: number;
  /** Read request units: 4 KB each, strongly consistent. */
  readonly readUnits: number;
  /** Write request units: 1 KB each, twice in transactions, and one more for an entry of the index. */
  readonly writeUnits: number;
  /** To S3: GET and HEAD. */
  readonly objectReads: number;
  /** To S3: PUT. */
  readonly objectWrites: number;
}

const NONE: Requests = { records: 0, readUnits: 0, writeUnits: 0, objectReads: 0, objectWrites: 0 };

/** Requests of which only some kinds are made. */
export function requests(made: Partial<Requests>): Requests {
  return { ...NONE, ...made };
}

/** All of several, so many times each. */
export function addRequests(several: readonly (readonly [each: Requests, times: number])[]): Requests {
  const sum = (kind: keyof Requests) => several.reduce((total, [each, times]) => total + each[kind] * times, 0);
  return {
    records: sum('records'),
    readUnits: sum('readUnits'),
    writeUnits: sum('writeUnits'),
    objectReads: sum('objectReads'),
    objectWrites: sum('objectWrites'),
  };
}
