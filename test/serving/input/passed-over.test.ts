import { describe, expect, it } from 'vitest';
import type { Signature } from '../../../src/models/model.ts';
import { requestRows } from '../../../src/serving/input/parse-invocations.ts';
import { passedOver } from '../../../src/serving/input/passed-over.ts';

const signature: Signature = {
  inputs: [
    { name: 'price', kind: 'float', nullable: true },
    { name: 'freight', kind: 'float', nullable: true },
  ],
  output: { name: 'score', kind: 'float' },
};
const warnings = (body: string, contentType = 'application/json') =>
  passedOver(requestRows(body, contentType, signature), signature);

describe('passedOver', () => {
  it.each([
    ['records', '{"dataframe_records":[{"prise":1}]}', 'application/json'],
    ['a split', '{"dataframe_split":{"columns":["prise"],"data":[[1],[2]]}}', 'application/json'],
    ['columns', '{"inputs":{"prise":[1,2]}}', 'application/json'],
    ['CSV', 'prise\n1\n', 'text/csv'],
  ])('names the column that was most likely meant in %s', (_form, body, contentType) => {
    expect(warnings(body, contentType)).toEqual([
      'the model has no column "prise", which was passed over; did you mean price, which is missing?',
    ]);
  });

  it('suggests no column that was sent, and none that is far off', () => {
    const [first, second] = warnings('{"inputs":[{"price":1,"prise":1,"order_id":"a"}]}');
    expect(first).toBe('the model has no column "prise", which was passed over');
    expect(second).toBe('the model has no column "order_id", which was passed over');
  });

  it('says nothing of columns beside rows that are whole', () => {
    expect(warnings('{"inputs":[{"price":1,"freight":2,"order_id":"a"}]}')).toEqual([]);
    expect(warnings('{"inputs":[[1,2]]}')).toEqual([]);
  });

  it('warns once of a column, whichever rows have it, and of twenty at most', () => {
    expect(warnings('{"inputs":[{"price":1},{"prise":1},{"prise":2}]}')).toHaveLength(1);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`column${index}`, 1]));
    expect(warnings(JSON.stringify({ inputs: [many] }))).toHaveLength(20);
  });

  it('shortens names', () => {
    expect(warnings(JSON.stringify({ inputs: [{ ['x'.repeat(1_000)]: 1 }] }))[0]!.length).toBeLessThan(200);
  });
});
