import * as v from 'valibot';

export const text = v.string();

/** A number that JSON can hold: it reads 1e999 as infinity. */
export const real = v.pipe(v.number(), v.finite());

/** A standard deviation or a penalty. */
export const spread = v.pipe(real, v.minValue(0));

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
