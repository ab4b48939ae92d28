import { AsyncLocalStorage } from 'node:async_hooks';
import { format, inspect, type InspectOptions } from 'node:util';
import type { PrintLevel } from './printed-line.ts';

/** Takes what is printed. */
export type Print = (level: PrintLevel, text: string) => void;

/** The rest of `console` comes down to these, but for `dir`. */
const METHODS: Readonly<Record<'debug' | 'log' | 'info' | 'warn' | 'error' | 'dirxml', PrintLevel>> = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
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
    const otherwise = console[method].bind(console);
    console[method] = (...words: unknown[]) => {
      const print = printing.getStore();
      if (print) print(level, format(...words));
      else otherwise(...words);
    };
  }
  tapDir();
}

/** Shows a value as Node does: its own `inspect` method is not asked (Node's reference: console.dir). */
function tapDir(): void {
  const otherwise = console.dir.bind(console);
  console.dir = (value?: unknown, options?: InspectOptions) => {
    const print = printing.getStore();
    if (print) print('info', inspect(value, { customInspect: false, ...options }));
    else otherwise(value, options);
  };
}
