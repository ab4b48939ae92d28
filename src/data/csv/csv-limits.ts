import { DEFAULT_MISSING } from './missing-texts.ts';

const MAX_FIELD_BYTES = 16 * 1024 * 1024;

/** How the cells of a file are taken. */
export interface CsvLimits {
  /** Texts that stand for a missing value. */
  readonly missing: readonly string[];
  /** A longer field is taken for a quote that was never closed. */
  readonly maxFieldBytes: number;
  /** Whether rows that can't be read are left out and noted; else they are errors. */
  readonly leaveOut: boolean;
}

/** What a step may say of it. */
export type CsvOptions = Partial<Omit<CsvLimits, 'leaveOut'>>;

/** The limits given, and for the others those that fit nearly every file. */
export function csvLimits({
  missing = DEFAULT_MISSING,
  maxFieldBytes = MAX_FIELD_BYTES,
  leaveOut = false,
}: Partial<CsvLimits>): CsvLimits {
  return { missing, maxFieldBytes, leaveOut };
}
