import { Matrix, QrDecomposition } from 'ml-matrix';
import type { Design } from './design.ts';
import type { Moments } from './moments.ts';
import { varyingPlaces } from './normal-equations.ts';

/** Rows taken in at a stretch, beside the triangle so far. */
const BLOCK_ROWS = 1024;

/** What orthogonal steps leave of any number of rows: R, and Qᵀy beside it. */
export interface Triangle {
  readonly matrix: Matrix;
  readonly right: Matrix;
}

/**
 * Brings rows down to one triangle by orthogonal steps, block by block (sequential QR: Golub and Van Loan, section
 * 6.5), the features that vary about their means and in units of their length.
 */
export class TriangleBuilder {
  readonly places: readonly number[];
  readonly units: readonly number[];
  readonly #moments: Moments;
  /** Column of the system by place; -1 for a constant feature. */
  readonly #columns: Int32Array;
  #reduced: Matrix;

  constructor(moments: Moments, l2: number) {
    const size = moments.names.length;
    this.places = varyingPlaces(moments);
    this.units = this.places.map((place) => Math.sqrt(moments.products[place * size + place]! + l2));
    this.#moments = moments;
    this.#columns = new Int32Array(size).fill(-1);
    for (const [column, place] of this.places.entries()) this.#columns[place] = column;
    this.#columns[size - 1] = this.places.length;
    this.#reduced = Matrix.zeros(this.places.length + 1, this.places.length + 1);
  }

  add(design: Design): void {
    for (let from = 0; from < design.rowCount; from += BLOCK_ROWS) {
      this.#reduce(this.#block(design, from, Math.min(from + BLOCK_ROWS, design.rowCount)));
    }
  }

  /** The triangle of all rows and, below them, of the penalty. */
  finish(l2: number): Triangle {
    const size = this.places.length;
    const penalty = Matrix.zeros(size, size + 1);
    for (let j = 0; j < size; j += 1) penalty.set(j, j, Math.sqrt(l2) / this.units[j]!);
    this.#reduce(penalty);
    return {
      matrix: this.#reduced.subMatrix(0, size - 1, 0, size - 1),
      right: this.#reduced.subMatrix(0, size - 1, size, size),
    };
  }

  #reduce(rows: Matrix): void {
    const stacked = new Matrix([...this.#reduced.to2DArray(), ...rows.to2DArray()]);
    this.#reduced = new QrDecomposition(stacked).upperTriangularMatrix;
  }

  #block({ dense, groups }: Design, from: number, to: number): Matrix {
    const rows = new Matrix(to - from, this.places.length + 1);
    for (const { place, values } of dense) this.#fill(rows, place, (row) => values[from + row]!);
    for (const { codes, places } of groups) {
      for (const [level, place] of places.entries()) {
        if (place >= 0) this.#fill(rows, place, (row) => (codes[from + row] === level ? 1 : 0));
      }
    }
    return rows;
  }

  #fill(rows: Matrix, place: number, at: (row: number) => number): void {
    const column = this.#columns[place]!;
    if (column < 0) return;
    const shift = this.#moments.shifts[place]!;
    const mean = this.#moments.means[place]!;
    const unit = this.units[column] ?? 1;
    for (let row = 0; row < rows.rows; row += 1) rows.set(row, column, (at(row) - shift - mean) / unit);
  }
}
