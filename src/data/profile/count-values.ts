/** Different values, rising, and how often each comes. */
export interface CountedValues {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** Small at first: the slots of few values stay in the processor's nearest cache. */
const FIRST_SLOTS = 1_024;
/** Of the slots that may be taken. */
const MAX_LOAD = 0.5;

/**
 * The different values that are not NaN, with their counts; undefined if there are more than `maxDistinct`. Zeros are
 * one.
 */
export function countValues(values: Float64Array, maxDistinct: number): CountedValues | undefined {
  const table = new ValueTable(maxDistinct);
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (!table.add(value, halves[row * 2]!, halves[row * 2 + 1]!)) return undefined;
  }
  return table.rising();
}

/** A hash table of open addressing; minus zero is zero. */
class ValueTable {
  readonly #maxDistinct: number;
  #keys: Float64Array = new Float64Array(FIRST_SLOTS);
  #counts: Int32Array = new Int32Array(FIRST_SLOTS);
  #mask = FIRST_SLOTS - 1;
  #distinct = 0;

  constructor(maxDistinct: number) {
    this.#maxDistinct = maxDistinct;
  }

  /** Counts a value, of which these are the halves; false if it would be one too many. */
  add(value: number, low: number, high: number): boolean {
    const slot = this.#slotOf(value, low, high);
    const count = this.#counts[slot]!;
    this.#counts[slot] = count + 1;
    if (count > 0) return true;
    this.#keys[slot] = value + 0;
    this.#distinct += 1;
    if (this.#distinct > this.#counts.length * MAX_LOAD) this.#grow();
    return this.#distinct <= this.#maxDistinct;
  }

  rising(): CountedValues {
    const values = new Float64Array(this.#distinct);
    for (let slot = 0, next = 0; slot <= this.#mask; slot++) {
      if (this.#counts[slot] !== 0) values[next++] = this.#keys[slot]!;
    }
    values.sort();
    const halves = new Int32Array(values.buffer);
    const counts = values.map((value, index) => {
      return this.#counts[this.#slotOf(value, halves[index * 2]!, halves[index * 2 + 1]!)]!;
    });
    return { values, counts };
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    const halves = new Int32Array(keys.buffer);
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Int32Array(keys.length * 2);
    this.#mask = keys.length * 2 - 1;
    for (let slot = 0; slot < keys.length; slot++) {
      if (counts[slot] === 0) continue;
      const place = this.#slotOf(keys[slot]!, halves[slot * 2]!, halves[slot * 2 + 1]!);
      this.#keys[place] = keys[slot]!;
      this.#counts[place] = counts[slot]!;
    }
  }

  #slotOf(value: number, low: number, high: number): number {
    const keys = this.#keys;
    const counts = this.#counts;
    const mask = this.#mask;
    let slot = value === 0 ? 0 : hash(low, high) & mask;
    while (counts[slot] !== 0 && keys[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }
}

/** MurmurHash3's way to mix (A. Appleby), over the two halves of a double. */
function hash(low: number, high: number): number {
  const mixed = Math.imul(low, 0x85eb_ca6b) ^ Math.imul(high, 0xc2b2_ae35);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x85eb_ca6b);
  return again ^ (again >>> 13);
}
