import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { decodeLine, encodeLine } from './line-document.ts';
import type { PrintedLine, PrintedLines } from './printed-line.ts';

/** A run that prints more is not kept from running by it. */
const MAX_BYTES = 4 * 1024 * 1024;
const FLUSH_MS = 1_000;

/** What is kept of what a run prints, beside its artifacts. */
export interface LineKeeper {
  readonly print: (line: PrintedLine) => void;
  /** Writes what is not written yet. Throws what the store throws, also of a write before. */
  close(): Promise<void>;
}

/** Keeps what a run in this process prints, written once a second while there is something new. */
export function keepLines(artifacts: Pick<ArtifactStore, 'replace'>, run: string): LineKeeper {
  const kept: string[] = [];
  let sizeBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  let written = Promise.resolve();
  const flush = () => {
    timer = undefined;
    written = written.then(() => artifacts.replace(keyOf(run), Buffer.from(kept.join(''))));
    written.catch(() => undefined); // `close` throws it
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
      if (timer) {
        clearTimeout(timer);
        flush();
      }
      await written;
    },
  };
}

/** What runs in process kept in a store. */
export function keptLines(artifacts: Pick<ArtifactStore, 'read'>): PrintedLines {
  return {
    delayMs: FLUSH_MS,
    async read({ id, plan }, steps, sinceMs) {
      const bytes = await artifacts.read(keyOf(id));
      const lines = Buffer.from(bytes ?? [])
        .toString()
        .split('\n')
        .flatMap((json) => decodeLine(json) ?? []);
      const stepOf = new Map(plan.map(({ node, step }) => [node, step]));
      const isAsked = ({ step, atMs }: PrintedLine) =>
        atMs >= sinceMs && steps.includes(stepOf.get(step.split('@')[0]!) ?? '');
      return { lines: lines.filter(isAsked), gone: [] };
    },
  };
}

function keyOf(run: string): string {
  return `runs/${run}/printed.jsonl`;
}
