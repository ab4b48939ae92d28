import type { Payment } from './make-payment.ts';
import type { Product } from './make-product.ts';
import { BAD, GOOD, MIDDLING, type Phrases } from './phrases.ts';
import type { Random } from './random.ts';

/** The file has a comment in 48,906 of 115,609 rows. */
const COMMENTED = 48_906 / 115_609;
const SEPARATORS = ['. ', ', ', '\n', '! ', '.\r\n\r\n', ' - '] as const;

/** From one star to five: weakly by what was bought and how it was paid, strongly by lateness, mostly by chance. */
export function makeScore(random: Random, product: Product, payment: Payment, daysLate: number | undefined): number {
  const mood = appeal(product, payment) + lateness(daysLate) + random.unit() + random.unit() + random.unit();
  if (mood < 0.72) return 1;
  if (mood < 0.84) return 2;
  if (mood < 1.05) return 3;
  return mood < 1.38 ? 4 : 5;
}

/** What a model can learn from the twelve numeric features. */
function appeal(product: Product, payment: Payment): number {
  const { priceCents, freightCents, nameLength, descriptionLength, photoCount, weightGrams } = product;
  return (
    0.35 * (descriptionLength / 3992) +
    0.3 * (nameLength / 76) +
    0.02 * Math.min(photoCount, 8) -
    0.35 * (freightCents / (priceCents + freightCents)) -
    0.025 * payment.installments -
    0.1 * (payment.sequential - 1) -
    0.1 * Math.min(weightGrams / 10_000, 1)
  );
}

function lateness(daysLate: number | undefined): number {
  if (daysLate === undefined) return -1;
  return daysLate <= 0 ? 0 : -0.5 - Math.min(daysLate, 10) * 0.05;
}

/** A comment that fits the score, or the empty text; the unhappy say more. */
export function makeComment(random: Random, score: number): string {
  if (!random.chance(score >= 4 ? COMMENTED * 0.83 : COMMENTED * 1.55)) return '';
  const { sentences, endings } = phrasesFor(score);
  let comment = random.pick(sentences);
  for (let more = random.integer(0, 3, 2); more > 0; more--)
    comment += random.pick(SEPARATORS) + random.pick(sentences);
  return random.chance(0.5) ? comment : comment + random.pick(SEPARATORS) + random.pick(endings);
}

function phrasesFor(score: number): Phrases {
  if (score >= 4) return GOOD;
  return score === 3 ? MIDDLING : BAD;
}
