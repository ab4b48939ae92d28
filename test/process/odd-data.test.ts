import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline as pipe } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FEATURES } from '../../pipelines/customer-satisfaction/columns.ts';
import { reportOf } from './disturbed/disturbed-run.ts';
import { expectError } from './expect-error.ts';
import { goodCell, HEADER, ordersFile } from './orders-file.ts';
import { sluice } from './sluice-process.ts';

const MODEL = 'customer-satisfaction';

describe('data that is odd and not wrong', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const home = () => join(folder, 'home');
  async function train(content: string | Iterable<string>, parameters: string[], environment = {}) {
    const path = join(folder, 'orders.csv');
    await pipe(Readable.from(typeof content === 'string' ? [content] : content), createWriteStream(path));
    const words = [`source=${path}`, ...parameters].flatMap((parameter) => ['--param', parameter]);
    return reportOf(await sluice(home(), ['run', MODEL, ...words, '--json'], environment));
  }
  const predict = (data: string) => sluice(home(), ['predict', MODEL, '--data', data, '--json']);

  it('is read as missing where it says NaN, and filled as training says', async () => {
    const { metrics } = await train(
      ordersFile((row, column) => (column === 'freight_value' && row % 3 === 0 ? 'NaN' : undefined)),
      [],
    );

    expect(metrics).toMatchObject({ 'train.rows': 48, 'rows.test': 12, mse: expect.closeTo(0, 0) });
    expect(JSON.parse((await predict('{"inputs":[{"freight_value":null}]}')).stdout).predictions).toEqual([
      expect.toSatisfy(Number.isFinite),
    ]);
  });

  it('is learned from when there are fewer rows than columns, by the shortest of all solutions', async () => {
    const lines = ordersFile().split('\n').slice(0, FEATURES.length);
    const { metrics, steps } = await train(`${lines.join('\n')}\n`, ['testShare=0.5']);

    expect(metrics['train.rows']).toBeLessThan(FEATURES.length);
    expect(metrics['train.mse']).toBeCloseTo(0);
    expect(metrics['mse']).toBeTypeOf('number');
    expect(steps.find(({ name }) => name === 'train')!.status).toBe('completed');
  });

  it('is held in bounded memory when all of a million keys are different', { timeout: 120_000 }, async () => {
    const { metrics } = await train(manyOrders(1_000_000), [], { NODE_OPTIONS: '--max-old-space-size=256' });

    expect(metrics['train.rows']! + metrics['rows.test']!).toBe(1_000_000);
  });

  describe('in rows to predict for', () => {
    beforeAll(() => train(ordersFile(), []));
    const predictRows = async (second: string) => {
      const data = join(folder, 'rows.csv');
      await writeFile(data, `price\n10\n${second}\n`);
      return predict(data);
    };

    it.each(['inf', '-Infinity', '1e999'])('is refused where it says %s', async (number) => {
      const says = /row 1, price: expected a finite/;
      expectError(await predictRows(number), { exit: 1, code: 'predict.invalid-input', says });
    });

    it('is filled where it says NaN, as where it says nothing', async () => {
      const { stdout } = await predict('{"inputs":[{"price":10},{"price":null}]}');
      expect((await predictRows('NaN')).stdout).toBe(stdout);
    });
  });
});

/** A CSV file of orders of one row each, in parts. */
function* manyOrders(count: number): Generator<string> {
  const columns = HEADER.split(',');
  const rows = Array.from({ length: 1_000 }, (_, row) =>
    columns
      .slice(1)
      .map((column) => goodCell(row, column))
      .join(),
  );
  yield `${HEADER}\n`;
  for (let first = 0; first < count; first += rows.length)
    yield rows.map((row, at) => `order-${first + at},${row}\n`).join('');
}
