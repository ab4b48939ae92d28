/** Weights that a row can have: 8 and more come once in 100,000. */
export const WEIGHTS = 8;
const CELLS = 2 ** 16;

/**
 * The weights of two rows, as `first × 8 + second`, for each of 65,536 equally likely numbers: both from the Poisson
 * distribution of mean 1, its joint probabilities rounded so that they add up (largest remainders).
 */
export const POISSON_PAIRS: Uint8Array = dealtOut(jointProbabilities());

function jointProbabilities(): number[] {
  const single = poissonProbabilities();
  return single.flatMap((first) => single.map((second) => first * second));
}

/** Of 0 to 7, in all 1. */
function poissonProbabilities(): number[] {
  const probabilities = [Math.exp(-1)];
  for (let weight = 1; weight < WEIGHTS; weight += 1) probabilities.push(probabilities[weight - 1]! / weight);
  const total = probabilities.reduce((sum, probability) => sum + probability, 0);
  return probabilities.map((probability) => probability / total);
}

/** Each outcome as often as its probability says. */
function dealtOut(probabilities: readonly number[]): Uint8Array {
  const shares = probabilities.map((probability, outcome) => ({ outcome, share: probability * CELLS }));
  const counts = shares.map(({ share }) => Math.floor(share));
  const left = CELLS - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = shares.toSorted(
    (one, other) => (other.share % 1) - (one.share % 1) || one.outcome - other.outcome,
  );
  for (const { outcome } of byRemainder.slice(0, left)) counts[outcome]! += 1;
  return repeated(counts);
}

/** Each place as often as its count says, in order. */
function repeated(counts: readonly number[]): Uint8Array {
  const cells = new Uint8Array(CELLS);
  let end = 0;
  for (const [place, count] of counts.entries()) cells.fill(place, end, (end += count));
  return cells;
}
