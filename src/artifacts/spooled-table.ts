import { open } from 'node:fs/promises';
import { decodeTableStream } from '../data/arrow/decode-stream.ts';
import { collectRows } from '../data/collect-rows.ts';
import type { RowsByColumn } from '../data/contract/require-contract-by-column.ts';
import type { Columns, Table } from '../data/table.ts';

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

  async column(name: string): Promise<Table> {
    const { path, sizeBytes } = this.facts;
    await using file = await open(path);
    const readRange = async (start: number, end: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(end - start), { position: start });
      return buffer.subarray(0, bytesRead);
    };
    return await collectRows(await decodeTableStream({ sizeBytes, readRange }, [name]));
  }
}
