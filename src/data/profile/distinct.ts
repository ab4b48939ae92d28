/** Up to so many different values of a column are counted; a profile says of more that they are more. */
export const MAX_DISTINCT = 10_000;
