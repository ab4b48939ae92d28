const WARM_UP_ROUNDS = 16;

/**
 * Random numbers from a seed, the same on every machine: sfc32 by C. Doty-Humphrey (PractRand), integers only.
 * Scaling them uses IEEE operations that round alike everywhere; no logarithm, exponential or sine.
 */
export class Random {
  #a: number;
  #b = 0x9e37_79b9;
  #c = 0x243f_6a88;
  #counter = 1;
  readonly #identifier = Buffer.alloc(16);

  constructor(seed: number) {
    this.#a = seed | 0;
    for (let round = 0; round < WARM_UP_ROUNDS; round++) this.uint32();
  }

  /** An integer from 0, less than 2³². */
  uint32(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number from 0, less than 1. */
  unit(): number {
    return this.uint32() / 2 ** 32;
  }

  /** An integer from `least` to `most`, both possible; the higher the power, the nearer to `least` most of them are. */
  integer(least: number, most: number, power = 1): number {
    let share = this.unit();
    for (let factor = share, round = 1; round < power; round++) share *= factor;
    return least + Math.floor(share * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  /** One of the items; the higher the power, the more often one of the first. */
  pick<T>(items: readonly T[], power = 1): T {
    return items[this.integer(0, items.length - 1, power)]!;
  }

  /** 32 hexadecimal digits. */
  identifier(): string {
    for (let start = 0; start < this.#identifier.length; start += 4)
      this.#identifier.writeUInt32BE(this.uint32(), start);
    return this.#identifier.toString('hex');
  }
}
