import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectError } from './expect-error.ts';
import { HEADER, ordersFile, ordersFileWith } from './orders-file.ts';
import { sluice as start } from './sluice-process.ts';

const PIPELINE = 'customer-satisfaction';
const GOOD = ordersFile();

let folder: string;
let good: string;
const sluice = (...words: string[]) => start(join(folder, 'home'), [...words, '--json']);
const runOn = (path: string, ...more: string[]) => sluice('run', PIPELINE, '--param', `source=${path}`, ...more);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  good = await file('good.csv', GOOD);
  await runOn(good);
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Numbers that look random and are the same each time. */
function noise(sizeBytes: number): Uint8Array {
  let state = 1;
  return Uint8Array.from(
    { length: sizeBytes },
    () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) >>> 24,
  );
}

describe.concurrent('sluice run on a bad file', () => {
  it.each<[string, string | Uint8Array, string, RegExp | string]>([
    ['no bytes', '', 'data.csv-empty', '0 bytes'],
    ['a header only', `${HEADER}\n`, 'data.no-rows', 'at least one row'],
    ['a header without a line end', HEADER, 'data.no-rows', 'at least one row'],
    ['a byte order mark only', '\uFEFF', 'data.csv-empty', 'a header line'],
    ['blank lines only', '\n\n\n', 'data.column-missing', 'a blank line in place of the names'],
    ['a misspelt column', GOOD.replace('freight_value', 'frieght_value'), 'data.column-missing', "'frieght_value'?"],
    ['semicolons', GOOD.replaceAll(',', ';'), 'data.column-missing', 'with commas'],
    ['a column twice', GOOD.replace('freight_value', 'price'), 'data.duplicate-column', 'columns 5 and 6'],
    ['text for a number', ordersFileWith(3, 'price', 'twelve'), 'data.not-a-number', /price.*"twelve" on line 5/s],
    ['six stars', ordersFileWith(3, 'review_score', '6'), 'contract.broken', /review_score.*from 1 to 5/s],
    ['half a star', ordersFileWith(3, 'review_score', '4.5'), 'data.not-an-integer', '"4.5" on line 5'],
    ['an infinite price', ordersFileWith(3, 'price', 'inf'), 'contract.broken', /price.*row 3/s],
    ['a price beyond all', ordersFileWith(3, 'price', '1e300'), 'contract.broken', /price.*row 3/s],
    ['a cut inside a quote', `${GOOD}"order-61`, 'data.csv-unclosed-quote', 'line 62'],
    ['text after a quote', `${GOOD}"order"-61,`, 'data.csv-stray-quote', 'line 62'],
    ['random bytes', noise(1 << 20), 'data.csv-not-text', 'byte 0x'],
    ['invalid UTF-8', Buffer.from(GOOD.replace('order-9,', 'órder-9,'), 'latin1'), 'data.csv-not-text', 'byte 0xf3'],
    ['zero bytes', GOOD.replace('order-9,', 'order\0,'), 'data.csv-not-text', 'byte 0x00'],
    ['a row too short', `${GOOD}order-61,1\n`, 'data.csv-field-count', /line 62.*14, as in the header/s],
    ['a row too long', `${GOOD}${GOOD.split('\n')[1]},1\n`, 'data.csv-field-count', /line 62.*more than 14/s],
    ['a line that never ends', `${HEADER}\n${'x'.repeat(20 << 20)}`, 'data.csv-field-too-long', 'line 2'],
    [
      'one score',
      ordersFile((_row, column) => (column === 'review_score' ? '5' : undefined)),
      'clean.constant-score',
      '5',
    ],
    [
      'no score',
      ordersFile((_row, column) => (column === 'review_score' ? '' : undefined)),
      'clean.too-few-rows',
      '60',
    ],
    ['one order', ordersFile((_row, column) => (column === 'order_id' ? 'a' : undefined)), 'clean.too-few-rows', '60'],
    [
      'no price',
      ordersFile((_row, column) => (column === 'price' ? '' : undefined)),
      'model.column-all-missing',
      'price',
    ],
  ])('of %s tells what and where', async (what, content, code, says) => {
    expectError(await runOn(await file(`${what}.csv`, content)), { exit: 1, code, says });
  });

  it.each([
    ['weather-of-lisbon.csv', 'data.file-missing', 'give the path of a file that is there'],
    ['godo.csv', 'data.file-missing', 'good.csv'],
    ['', 'data.file-is-directory', 'one file in it'],
    ['good.csv/more.csv', 'data.file-missing', 'good.csv/more.csv'],
  ])('at %j of a folder tells what is there', async (name, code, says) => {
    expectError(await runOn(join(folder, name)), { exit: 1, code, says });
  });

  it.each([
    ['~/none-of-sluice.csv', 'data.file-missing', /did you mean '\/.*none-of-sluice.csv'/],
    ['/dev/zero', 'data.file-not-regular', '/dev/zero'],
    ['/dev/stdin', 'data.file-not-regular', '/dev/stdin'],
    ['s3://bucket/orders.csv', 'data.file-elsewhere', '--stack aws'],
    ['https://example.com/orders.csv', 'data.file-elsewhere', 'copy the file'],
    ['file://host/orders.csv', 'data.bad-file-uri', 'file:///FOLDER/FILE'],
    ['file:%zz', 'data.bad-file-uri', 'file:///FOLDER/FILE'],
  ])('at %s tells where files are read from', async (path, code, says) => {
    expectError(await runOn(path), { exit: 1, code, says });
  });

  it('does not wait for a pipe that nobody writes to', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expectError(await runOn(pipe), { exit: 1, code: 'data.file-not-regular', says: pipe });
    expectError(await sluice('predict', PIPELINE, '--data', pipe), {
      exit: 1,
      code: 'data.file-not-regular',
      says: pipe,
    });
  });

  it('reads a good one wherever it lies', async () => {
    const { code } = await runOn(await file('my orders/ünï “x” ~%20#.csv', GOOD));
    expect(code).toBe(0);
  });
});

describe.concurrent('sluice run with a bad parameter', () => {
  it.each([
    ['testShare=-0.1', 'a number from 0 to 1'],
    ['testShare=NaN', 'a number from 0 to 1'],
    ['testShare=', 'a number from 0 to 1'],
    ['l2=-1', 'a number from 0'],
    ['l2=NaN', 'a number from 0'],
    ['l2=1e400', 'a number from 0'],
    ['seed=1.5', 'a whole number'],
    ['model=lasso', 'linear, ridge'],
    ['model=Ridge', 'did you mean model=ridge?'],
    ['source=', 'a path'],
  ])('%s says what is allowed', async (parameter, says) => {
    const words = parameter.startsWith('source') ? [] : ['--param', `source=${good}`];
    const ended = await sluice('run', PIPELINE, ...words, '--param', parameter);
    expectError(ended, { exit: 2, code: 'parameter.not-allowed', says });
  });

  it.each([
    ['l2', 'cli.bad-parameter', 'NAME=VALUE'],
    ['=5', 'cli.bad-parameter', 'NAME=VALUE'],
    ['source=again.csv', 'cli.bad-parameter', 'each name once'],
    ['modle=ridge', 'parameter.unknown', 'did you mean model?'],
    ['__proto__=1', 'parameter.unknown', /source, .*seed/],
  ])('%s says how parameters are given', async (parameter, code, says) => {
    expectError(await runOn(good, '--param', parameter), { exit: 2, code, says });
  });

  it.each(['testShare=0', 'testShare=1'])('%s says that one side of the split is empty', async (parameter) => {
    expectError(await runOn(good, '--param', parameter), {
      exit: 1,
      code: 'clean.too-few-rows',
      says: parameter.replace('=', ' '),
    });
  });
});

describe.concurrent('sluice predict on bad data', () => {
  it.each([
    ['{', 'predict.bad-body', 'not JSON'],
    ['[]', 'predict.bad-body', 'no object'],
    ['{}', 'predict.bad-body', 'instances'],
    ['{"instances":5}', 'predict.bad-body', 'list of rows'],
    ['{"instances":[5]}', 'predict.invalid-input', 'row 0'],
    ['{"instances":[{"price":"x"}]}', 'predict.invalid-input', /row 0, price.*"x"/],
    ['{"inputs":{"price":[1,2],"freight_value":[1]}}', 'predict.bad-body', 'number of rows'],
    ['none.json', 'data.file-missing', 'none.json'],
    ['/dev/zero', 'data.file-not-regular', '/dev/zero'],
    ['.', 'data.file-is-directory', 'one file in it'],
  ])('%s says what is wrong', async (data, code, says) => {
    expectError(await sluice('predict', PIPELINE, '--data', data), { exit: 1, code, says });
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['empty.csv', '', 'predict.bad-body', 'empty'],
    ['noise.csv', noise(1_000), 'predict.bad-body', 'UTF-8'],
    ['huge.csv', `price\n${'1\n'.repeat(3_000_000)}`, 'predict.body-too-large', '4500000'],
  ])('in %s says what is wrong', async (name, content, code, says) => {
    expectError(await sluice('predict', PIPELINE, '--data', await file(name, content)), { exit: 1, code, says });
  });

  it('predicts from what it knows of a row, and names the column that was most likely meant', async () => {
    const ended = await sluice('predict', PIPELINE, '--data', '{"instances":[{"prise":1}]}');
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('did you mean price, which is missing?') });
    expect(JSON.parse(ended.stdout)).toMatchObject({ predictions: [expect.any(Number)] });
  });

  it('of no rows predicts nothing', async () => {
    const { code, stdout } = await sluice('predict', PIPELINE, '--data', '{"instances":[]}');
    expect([code, JSON.parse(stdout)]).toEqual([0, { predictions: [] }]);
  });

  it('for a model that there is not names the nearest', async () => {
    const ended = await sluice('predict', 'customer-satisfactoin', '--data', '{"instances":[{}]}');
    expectError(ended, { exit: 2, code: 'predict.nothing-released', says: 'did you mean customer-satisfaction?' });
  });
});

describe('after all that failed', () => {
  it('the records can be read and a good run succeeds', async () => {
    const { runs } = JSON.parse((await sluice('runs', '--limit', '1000')).stdout);
    const { run } = JSON.parse((await sluice('show', runs[0].id)).stdout);
    const { models } = JSON.parse((await sluice('models')).stdout);

    expect(run.id).toBe(runs[0].id);
    expect(models).toEqual([{ model: PIPELINE, latestVersion: expect.any(Number), champion: expect.any(Number) }]);
    expect((await runOn(good)).code).toBe(0);
  });
});
