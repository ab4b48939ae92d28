/** A step under way; the share of it that is done, 0 to 1, where it tells. */
export interface RunningStep {
  readonly node: string;
  readonly share?: number;
}

const BAR_CELLS = 20;
const MAX_WIDTH = 79;

/** What is running now, in one line: a bar for steps that tell how far they are, and how many items of a map are done. */
export function runningLine(running: readonly RunningStep[], itemsDone: ReadonlyMap<string, number>): string {
  if (running.length === 0) return '';
  const names = new Set(running.map((step) => nameOf(step, itemsDone.get(step.node))));
  return `… ${[...names].join(', ')}`.slice(0, MAX_WIDTH);
}

function nameOf({ node, share }: RunningStep, done = 0): string {
  const items = done > 0 ? ` (${done} done)` : '';
  return node + items + (share === undefined ? '' : ` ${bar(share)}`);
}

function bar(share: number): string {
  const filled = Math.floor(share * BAR_CELLS);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${Math.floor(share * 100)} %`;
}
