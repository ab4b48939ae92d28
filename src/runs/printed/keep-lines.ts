import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { decodeLine, encodeLine } from './line-document.ts';
import type { PrintedLine, PrintedLines } from './printed-line.ts';

/** A run that prints more is not kept from running by it. */
const MAX_BYTES = 4 * 1024 * 1024;
const FLUSH_MS = 1_000;

/** What is kept of what a run prints, beside its artifacts. */
export interface LineKeeper {
  readonly print: (line: PrintedLine) => void;
  /** Writes what is not written yet. Throws what the store throws. */
  close(): Promise<void>;
}

/** Keeps what a run in this process prints, written once a second while there is something new. */
export function keepLines(artifacts: Pick<ArtifactStore, 'replace'>, run: string): LineKeeper {
  const kept: string[] = [];
  let sizeBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  let written = Promise.resolve();
  let isBehind = false;
  const write = async () => {
    isBehind = true;
    await artifacts.replace(keyOf(run), Buffer.from(kept.join('')));
    isBehind = false;
  };
  const flush = () => {
    timer = undefined;
    // All lines each time: what could not be written comes with the next ones, and `close` tries for the last time.
    written = written.then(write).catch(() => undefined);
  };
  return {
    print(line) {
      if (sizeBytes > MAX_BYTES) return;
      const isLast = (sizeBytes += Buffer.byteLength(line.text)) > MAX_BYTES;
      kept.push(
        `${encodeLine({ run, ...line, ...(isLast ? { text: 'what is printed from here on is not kept' } : {}) })}\n`,
      );
      timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    async close() {
      clearTimeout(timer);
      await written;
      if (timer || isBehind) await write();
    },
  };
}

/** What runs in process kept in a store. */
export function keptLines(artifacts: Pick<ArtifactStore, 'read'>): PrintedLines {
  return {
    delayMs: FLUSH_MS,
    pollMs: FLUSH_MS,
    async read({ id, plan }, steps, sinceMs) {
      const bytes = await artifacts.read(keyOf(id));
      const lines = Buffer.from(bytes ?? [])
        .toString()
        .split('\n')
        .flatMap((json) => decodeLine(json) ?? []);
      const stepOf = new Map(plan.map(({ node, step }) => [node, step]));
      const isAsked = ({ step, atMs }: PrintedLine) =>
        atMs >= sinceMs && steps.includes(stepOf.get(step.split('@')[0]!) ?? '');
      return { lines: lines.filter(isAsked), gone: [], cut: [] };
    },
  };
}

function keyOf(run: string): string {
  return `runs/${run}/printed.jsonl`;
}
