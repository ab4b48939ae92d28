/** Collects numbers into a `Float64Array` that grows. */
export class NumberBuilder {
  #values = new Float64Array(1024);
  #length = 0;

  /** Numbers since the last `finish`. */
  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#double();
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The numbers since the last call. */
  finish(): Float64Array {
    const values = this.#values.slice(0, this.#length);
    this.#length = 0;
    return values;
  }

  #double(): void {
    const values = new Float64Array(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
  }
}
