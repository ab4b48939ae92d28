import { AsyncLocalStorage } from 'node:async_hooks';
import { format, inspect, type InspectOptions } from 'node:util';
import type { PrintLevel } from './printed-line.ts';

/** Takes what is printed. */
export type Print = (level: PrintLevel, text: string) => void;

/** The rest of `console` comes down to these. */
const METHODS: Readonly<Record<'debug' | 'log' | 'info' | 'warn' | 'error' | 'dir' | 'dirxml', PrintLevel>> = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
  dir: 'info',
  dirxml: 'info',
};

const printing = new AsyncLocalStorage<Print>();
let isTapped = false;

/** Does some work whose `console` goes to `print`, also from what it awaits; work beside it is not touched. */
export function printingTo<T>(print: Print, work: () => T): T {
  tapConsole();
  return printing.run(print, work);
}

function tapConsole(): void {
  if (isTapped) return;
  isTapped = true;
  for (const [method, level] of Object.entries(METHODS) as [keyof typeof METHODS, PrintLevel][]) {
    const otherwise: (...words: unknown[]) => void = console[method].bind(console);
    console[method] = (...words: unknown[]) => {
      const print = printing.getStore();
      if (print) print(level, method === 'dir' ? inspected(words[0], words[1]) : format(...words));
      else otherwise(...words);
    };
  }
}

/** As `console.dir` shows a value (Node's reference: console). */
function inspected(value: unknown, options: unknown): string {
  return inspect(value, { customInspect: false, ...(options as InspectOptions | undefined) });
}
