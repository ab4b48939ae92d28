import { open } from 'node:fs/promises';
import { decodeTableStream } from '../data/arrow/decode-stream.ts';
import { collectRows } from '../data/collect-rows.ts';
import type { RowsByColumn } from '../data/contract/require-contract-by-column.ts';
import type { Columns, Table } from '../data/table.ts';
import { spoolFailed } from './spool-failed.ts';

/** What is known of a temporary file of rows. */
interface SpooledFacts {
  readonly columns: Columns;
  readonly rowCount: number;
  readonly path: string;
  /** Hex SHA-256 of its bytes, which are those of a table artifact. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The rows of a stream in a temporary file. */
export class SpooledTable implements RowsByColumn {
  readonly facts: SpooledFacts;

  constructor(facts: SpooledFacts) {
    this.facts = facts;
  }

  get columns(): Columns {
    return this.facts.columns;
  }

  get rowCount(): number {
    return this.facts.rowCount;
  }

  /** Throws `artifact.spool-failed`. */
  async column(name: string): Promise<Table> {
    const { path, sizeBytes } = this.facts;
    const failed = (error: unknown) => spoolFailed(path, error);
    await using file = await open(path).catch(failed);
    const readRange = async (start: number, end: number) => {
      const reading = file.read(Buffer.allocUnsafeSlow(end - start), { position: start });
      const { buffer, bytesRead } = await reading.catch(failed);
      return buffer.subarray(0, bytesRead);
    };
    return await collectRows(await decodeTableStream({ sizeBytes, readRange }, [name]));
  }
}
