import type { Spool } from '../artifacts/spool.ts';
import { concatTables } from '../data/concat-tables.ts';
import { requireColumns } from '../data/contract/require-columns.ts';
import { requireContractByColumn } from '../data/contract/require-contract-by-column.ts';
import type { TableStream } from '../data/table-stream.ts';
import type { AnyOutput } from '../pipeline/step.ts';

type Returned = Readonly<Record<string, unknown>>;

/**
 * What a step returned, with the rows of its streams in files; their columns and contracts are kept. Throws
 * `contract.columns`, `contract.broken`, and as `Spool.add` and the streams do.
 */
export async function spoolStreams(
  spool: Spool,
  declared: Readonly<Record<string, AnyOutput>>,
  returned: Returned,
  signal: AbortSignal,
): Promise<Returned> {
  const spooled: Record<string, unknown> = { ...returned };
  for (const [output, { streamed, columns = {}, contract = {} }] of Object.entries(declared)) {
    if (streamed === undefined || returned[output] === undefined) continue;
    // What a step returns for a streamed table is a stream: its types see to that.
    const stream = returned[output] as TableStream;
    requireColumns(concatTables(stream.columns, []), columns, `output '${output}'`);
    const rows = await spool.add(stream, signal);
    await requireContractByColumn(rows, contract, `output '${output}'`);
    spooled[output] = rows;
  }
  return spooled;
}
