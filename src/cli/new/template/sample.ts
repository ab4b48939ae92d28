import { indexShare } from '../../../data/key-share.ts';
import type { Sample } from '../../../pipeline/parameters.ts';

/** Made-up flats, so that the pipeline runs before there is data. Remove it when there is. */
export const sample: Sample = {
  description: 'made up, to try the pipeline',
  fileName: 'flats.csv',
  rows: 2_000,
  seed: 1,
  *generate({ rows, seed }) {
    yield Buffer.from('area,rooms,age,rent\n');
    for (let row = 0; row < rows; row += 1) yield Buffer.from(`${flat(row, seed).join(',')}\n`);
  },
};

function flat(row: number, seed: number): number[] {
  const [size, years, luck] = [0, 1, 2].map((salt) => indexShare(row, seed * 3 + salt)) as [number, number, number];
  const area = Math.round(25 + size * 100);
  const [rooms, age] = [Math.ceil(area / 30), Math.floor(years * 80)];
  return [area, rooms, age, Math.round(200 + 11 * area + 40 * rooms - 2 * age + 150 * luck)];
}
