import type { NumericColumn } from '../../data/table.ts';

/** Which of some levels each row is of; the indicator columns of one encoding share it. */
export interface LevelCodes {
  /** Level of each row, from 0 to less than `levelCount`. */
  readonly codes: Int32Array;
  readonly levelCount: number;
}

/**
 * 1 where a row is of a level and 0 elsewhere, held as the level codes of all rows: a hundred such columns of three
 * million rows would else take 2.4 GB. Trainers and models look at the codes; everything else reads `values`.
 */
export class IndicatorColumn implements NumericColumn {
  readonly kind = 'float';
  readonly levels: LevelCodes;
  readonly level: number;

  constructor(levels: LevelCodes, level: number) {
    this.levels = levels;
    this.level = level;
  }

  get values(): Float64Array {
    const { codes } = this.levels;
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row += 1) if (codes[row] === this.level) values[row] = 1;
    return values;
  }
}
