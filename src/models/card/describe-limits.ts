import type { ModelDocument } from '../model-document.ts';
import type { CategoryEncoding } from '../transforms/one-hot.ts';
import type { Transform } from '../transforms/transform.ts';

/** What the numbers of a model say about where not to trust it, a sentence each. */
export function describeLimits(document: ModelDocument): string[] {
  return [
    'Outside of the ranges of its training rows it extrapolates in a straight line.',
    ...collinear(document),
    ...constant(document),
    ...document.transforms.flatMap(limitsOf),
  ];
}

function collinear({ fit }: ModelDocument): string[] {
  if (fit.collinear.length === 0) return [];
  return [`Of ${fit.collinear.join(', ')} only the sum of effects is known: they depend on each other linearly.`];
}

function constant({ fit }: ModelDocument): string[] {
  if (fit.constant.length === 0) return [];
  return [`${fit.constant.join(', ')} had one value in all training rows and count for nothing.`];
}

function limitsOf(transform: Transform): string[] {
  if (transform.kind === 'one-hot') return transform.encodings.map(encodingLimit);
  if (transform.kind === 'date-parts') return ['Parts of instants are those of UTC.'];
  if (transform.kind !== 'impute') return [];
  const filled = transform.fills.filter(({ missing }) => missing > 0);
  return filled.map(({ column, value, missing }) => {
    return `A missing ${column} counts as ${value}; ${missing} training rows had none.`;
  });
}

function encodingLimit({ column, categories, reference, other }: CategoryEncoding): string {
  const known = categories.length + (reference === null ? 0 : 1);
  const unseen = other ? 'all others count as one' : 'one never seen in training changes nothing';
  return `Of ${column} ${known} categories are told apart; ${unseen}.`;
}
