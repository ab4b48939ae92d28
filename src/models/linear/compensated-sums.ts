/** Many sums at once, the error of each kept to the last digit however many numbers are added (Neumaier 1974, algorithm II). */
export class CompensatedSums {
  readonly #totals: Float64Array;
  readonly #lost: Float64Array;

  constructor(count: number) {
    this.#totals = new Float64Array(count);
    this.#lost = new Float64Array(count);
  }

  add(index: number, value: number): void {
    const total = this.#totals[index]!;
    const next = total + value;
    this.#lost[index]! += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    this.#totals[index] = next;
  }

  at(index: number): number {
    return this.#totals[index]! + this.#lost[index]!;
  }
}
