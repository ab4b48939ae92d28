/** Says, for error messages, which integers a column can hold. */
export const INTEGER_RANGE = `whole numbers from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`;
