import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { formatCsvRow } from '../../../src/data/csv/format.ts';
import { rowsOf } from '../../../src/data/rows.ts';
import type { FieldProblem } from '../../../src/serving/input/field-problem.ts';
import type { Signature } from '../../../src/models/model.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { parseInvocations } from '../../../src/serving/input/parse-invocations.ts';

const signature: Signature = {
  inputs: [
    { name: 'price', kind: 'float', nullable: false },
    { name: 'photos', kind: 'int', nullable: true },
    { name: 'city', kind: 'text', nullable: true },
    { name: 'bought', kind: 'time', nullable: true },
  ],
  output: { name: 'score', kind: 'float' },
};

const json = (body: unknown) => [...rowsOf(parseInvocations(JSON.stringify(body), 'application/json', signature))];
const csv = (text: string) => [...rowsOf(parseInvocations(text, 'text/csv', signature))];
const codeIs = (code: string, seen = '') =>
  expect.objectContaining({ code, facts: expect.objectContaining({ seen: expect.stringContaining(seen) }) });

function problemsOf(parse: () => unknown): readonly FieldProblem[] {
  try {
    parse();
  } catch (error) {
    if (SluiceError.is(error) && error.code === 'predict.invalid-input') {
      return (error.facts.details as { readonly fields: readonly FieldProblem[] }).fields;
    }
    throw error;
  }
  return [];
}

const two = [
  { price: 9.5, photos: 2, city: 'São Paulo', bought: 0 },
  { price: -1, photos: undefined, city: undefined, bought: 86_400_000 },
];

describe('parseInvocations reads', () => {
  it.each([
    ['instances as records', { instances: [two[0], { price: -1, bought: 86_400_000 }] }],
    [
      'instances as lists',
      {
        instances: [
          [9.5, 2, 'São Paulo', 0],
          [-1, null, null, 86_400_000],
        ],
      },
    ],
    ['inputs as records', { inputs: [two[0], { ...two[1], photos: null, city: null }] }],
    [
      'inputs as lists',
      {
        inputs: [
          [9.5, 2, 'São Paulo', 0],
          [-1, null, null, 86_400_000],
        ],
      },
    ],
    [
      'inputs as columns',
      { inputs: { price: [9.5, -1], photos: [2, null], city: ['São Paulo', null], bought: [0, 86_400_000] } },
    ],
    [
      'instances as columns',
      { instances: { bought: [0, '1970-01-02'], price: [9.5, -1], photos: [2, null], city: ['São Paulo', null] } },
    ],
    ['dataframe_records', { dataframe_records: two }],
    [
      'dataframe_split',
      {
        dataframe_split: {
          index: [7, 8],
          columns: ['city', 'price', 'bought', 'photos'],
          data: [
            ['São Paulo', 9.5, 0, 2],
            [null, -1, 86_400_000, null],
          ],
        },
      },
    ],
    [
      'times as ISO texts',
      {
        dataframe_records: [
          { ...two[0], bought: '1970-01-01T00:00:00Z' },
          { ...two[1], bought: '1970-01-02T01:00:00+01:00' },
        ],
      },
    ],
    ['params beside the rows', { dataframe_records: two, params: { temperature: 1 } }],
  ])('%s', (_, body) => {
    expect(json(body)).toEqual(two);
  });

  it('a single row as an object of values', () => {
    expect(json({ inputs: { price: 1, city: 'Rio' } })).toEqual([{ price: 1, city: 'Rio' }]);
  });

  it('a body that was parsed before', () => {
    const table = parseInvocations({ instances: [[1, 2, 'Rio', null]] }, 'application/json', signature);
    expect([...rowsOf(table)]).toMatchObject([{ price: 1, photos: 2, city: 'Rio' }]);
  });

  it('CSV, in any order of columns, with gaps and quotes', () => {
    expect(csv('city,price,photos,bought\r\n"São Paulo",9.5,2,1970-01-01\r\n,-1,NA,1970-01-02 00:00:00\r\n')).toEqual(
      two,
    );
  });

  it('no rows as no rows', () => {
    expect(json({ instances: [] })).toEqual([]);
    expect(csv('price\n')).toEqual([]);
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset="UTF-8"'])('%s', (type) => {
    expect(parseInvocations('{"inputs":[]}', type, signature).rowCount).toBe(0);
  });

  it('past columns that the model does not know', () => {
    expect(json({ dataframe_records: [{ price: 1, order_id: 'x', toString: 'y' }] })).toMatchObject([{ price: 1 }]);
    expect(csv('order_id,price\nx,1\n')).toMatchObject([{ price: 1 }]);
  });

  it('the same rows out of every form', () => {
    // JSON.stringify writes -0 as 0.
    const price = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const row = fc.record({
      price,
      photos: fc.option(fc.maxSafeInteger()),
      city: fc.option(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !['NA', 'NaN', 'null'].includes(text)),
      ),
      bought: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const names = ['price', 'photos', 'city', 'bought'] as const;
        const lists = rows.map((one) => names.map((name) => one[name]));
        const columns = Object.fromEntries(names.map((name) => [name, rows.map((one) => one[name])]));
        const lines = lists.map((cells) => formatCsvRow(cells.map((cell) => String(cell ?? ''))));
        const expected = json({ dataframe_records: rows });
        assert.deepEqual(json({ instances: lists }), expected);
        assert.deepEqual(json({ inputs: columns }), expected);
        assert.deepEqual(json({ dataframe_split: { columns: names, data: lists } }), expected);
        assert.deepEqual(csv([names.join(','), ...lines].join('\n')), expected);
      }),
    );
  });
});

describe('parseInvocations refuses', () => {
  it('every wrong field, named with its row', () => {
    const rows = [
      { price: '9.5' },
      { price: 1, photos: 1.5, city: 7, bought: 'yesterday' },
      { prise: 1 },
      { price: null },
      { price: true },
    ];
    expect(problemsOf(() => json({ dataframe_records: rows }))).toEqual([
      { row: 0, field: 'price', problem: 'expected a finite number', seen: '"9.5"' },
      { row: 1, field: 'photos', problem: 'expected an integer', seen: '1.5' },
      { row: 1, field: 'city', problem: 'expected a text', seen: '7' },
      {
        row: 1,
        field: 'bought',
        problem: 'expected a time (milliseconds since 1970, or ISO 8601)',
        seen: '"yesterday"',
      },
      { row: 2, field: 'price', problem: 'missing (sent as "prise"?)', seen: 'nothing' },
      { row: 3, field: 'price', problem: 'missing', seen: 'null' },
      { row: 4, field: 'price', problem: 'expected a finite number', seen: 'true' },
    ]);
  });

  it('numbers out of range', () => {
    expect(
      problemsOf(() => parseInvocations('{"instances":[[1e999,1e17,null,null]]}', 'application/json', signature)),
    ).toEqual([
      { row: 0, field: 'price', problem: 'expected a finite number', seen: 'Infinity' },
      { row: 0, field: 'photos', problem: 'expected an integer', seen: '100000000000000000' },
    ]);
  });

  it('wrong cells of CSV', () => {
    expect(problemsOf(() => csv('price,photos\ncheap,2\n1,2.5\n,1\n'))).toEqual([
      { row: 0, field: 'price', problem: 'expected a finite number', seen: '"cheap"' },
      { row: 1, field: 'photos', problem: 'expected an integer', seen: '"2.5"' },
      { row: 2, field: 'price', problem: 'missing', seen: 'nothing' },
    ]);
  });

  it('rows of another shape than the rest, as a whole', () => {
    expect(problemsOf(() => json({ instances: [[1, 2, 'Rio'], { price: 1 }, [1, 2, 'Rio', null]] }))).toEqual([
      { row: 0, field: null, problem: 'expected a list of 4 values', seen: '[1,2,"Rio"]' },
      { row: 1, field: null, problem: 'expected a list of 4 values', seen: '{"price":1}' },
    ]);
    expect(problemsOf(() => json({ dataframe_records: [{ price: 1 }, 5] }))).toEqual([
      { row: 1, field: null, problem: 'expected an object by column name', seen: '5' },
    ]);
  });

  it('the first twenty problems of many, long values cut short', () => {
    const rows = Array.from({ length: 30 }, () => ({ price: 'x'.repeat(1000) }));
    const problems = problemsOf(() => json({ dataframe_records: rows }));
    expect(problems).toHaveLength(20);
    expect(problems[0]!.seen.length).toBeLessThan(70);
  });

  it('values nested deeper than the stack', () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    expect(
      problemsOf(() => parseInvocations(`{"inputs":[{"price":${deep}}]}`, 'application/json', signature)),
    ).toMatchObject([{ row: 0, field: 'price', seen: '[[[…]]]' }]);
    expect(problemsOf(() => parseInvocations(`{"inputs":${deep}}`, 'application/json', signature))).toHaveLength(1);
  });

  it('a body of many other names, without all of them in its answer', () => {
    const body = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`name${at}`, 1]));
    try {
      json(body);
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify((error as SluiceError).facts).length).toBeLessThan(1_000);
    }
  });

  it('a column left out of every form', () => {
    const missing = [{ row: 0, field: 'price', problem: 'missing', seen: 'nothing' }];
    expect(problemsOf(() => json({ inputs: [{ city: 'Rio' }] }))).toEqual(missing);
    expect(problemsOf(() => json({ dataframe_records: [{}] }))).toEqual(missing);
    expect(problemsOf(() => json({ instances: { city: ['Rio'] } }))).toEqual(missing);
    expect(problemsOf(() => json({ dataframe_split: { columns: ['city'], data: [['Rio']] } }))).toEqual(missing);
    expect(problemsOf(() => csv('city\nRio\n'))).toEqual(missing);
  });

  it('says the problems in words too', () => {
    expect(() => json({ dataframe_records: [{ price: 'x' }] })).toThrow(
      codeIs('predict.invalid-input', 'row 0, price: expected a finite number, got "x"'),
    );
  });

  it.each([
    ['[]', 'no object'],
    ['7', 'no object'],
    ['{}', 'an object with nothing'],
    ['{"rows": []}', 'rows'],
    ['{"inputs": [], "instances": []}', 'inputs, instances'],
    ['{"inputs": 7}', 'inputs that is no list'],
    ['{"dataframe_records": {"price": [1]}}', 'dataframe_records that is no list'],
    ['{"dataframe_split": []}', 'no object'],
    ['{"dataframe_split": {"data": []}}', 'without columns'],
    ['{"dataframe_split": {"columns": [1], "data": []}}', 'without columns'],
    ['{"dataframe_split": {"columns": ["a", "a"], "data": []}}', 'twice'],
    ['{"dataframe_split": {"columns": ["price"]}}', 'without data'],
    ['{"inputs": {}}', 'no columns'],
    ['{"inputs": {"price": [1, 2], "photos": [1]}}', 'differ'],
    ['{"inputs": {"price": [1, 2], "photos": 1}}', 'differ'],
    ['{"inputs": [', 'not JSON'],
    ['', 'not JSON'],
    [' \n', 'not JSON'],
    ['{"inputs": [{"price": NaN}]}', 'not JSON'],
    ['{"inputs": [{"price": -Infinity}]}', 'not JSON'],
    ['null', 'no object'],
    ['{"instances": null}', 'instances that is no list'],
    ['{"__proto__": {"inputs": []}}', 'an object with __proto__'],
  ])('the body %s', (body, seen) => {
    expect(() => parseInvocations(body, 'application/json', signature)).toThrow(codeIs('predict.bad-body', seen));
  });

  it.each(['', 'price,photos\n1\n', 'price\n"1\n', 'price,price\n1,2\n', 'price;photos\n1;2\n', 'photos\tcity\n'])(
    'the CSV %j',
    (text) => {
      expect(() => csv(text)).toThrow(codeIs('predict.bad-body', 'CSV'));
    },
  );

  it.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
    'the content type %j',
    (type) => {
      expect(() => parseInvocations('{}', type, signature)).toThrow(codeIs('predict.unsupported-media-type'));
    },
  );

  it('more rows than 100,000', () => {
    const instances = Array.from({ length: 100_001 }, () => [1, 1, null, null]);
    expect(() => json({ instances })).toThrow(codeIs('predict.too-many-rows', '100001 rows'));
    expect(json({ instances: instances.slice(1) })).toHaveLength(100_000);
  });
});
