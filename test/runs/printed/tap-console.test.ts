import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { printingTo } from '../../../src/runs/printed/tap-console.ts';

describe('printingTo', () => {
  it('hands over what works side by side print, each its own, also after a wait', async () => {
    const printed: string[] = [];
    const work = (name: string) =>
      printingTo(
        (level, text) => void printed.push(`${name} ${level}: ${text}`),
        async () => {
          console.log('%d rows of %o', 3, name);
          await sleep(1);
          console.warn('slow', { by: 2 });
        },
      );

    await Promise.all([work('a'), work('b')]);

    expect(printed.toSorted()).toEqual([
      "a info: 3 rows of 'a'",
      'a warn: slow { by: 2 }',
      "b info: 3 rows of 'b'",
      'b warn: slow { by: 2 }',
    ]);
  });

  it('takes what the rest of console comes down to', () => {
    const printed: string[] = [];

    printingTo(
      (level, text) => void printed.push(`${level}: ${text}`),
      () => {
        console.debug('a');
        console.error('b');
        console.info('c');
        console.table([{ d: 1 }]);
        console.dir({ e: { f: {} } }, { depth: 0 });
        console.dirxml('g', 1);
      },
    );

    expect(printed).toEqual([
      'debug: a',
      'error: b',
      'info: c',
      expect.stringContaining('(index)'),
      'info: { e: [Object] }',
      'info: g 1',
    ]);
  });

  it('answers what the work answers, and leaves what is printed beside it alone', () => {
    const printed: string[] = [];

    const answer = printingTo(
      (_level, text) => void printed.push(text),
      () => 7,
    );
    console.debug('beside');

    expect(answer).toBe(7);
    expect(printed).toEqual([]);
  });
});
