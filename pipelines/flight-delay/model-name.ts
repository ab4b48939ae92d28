/** Under which the registry keeps its versions. */
export const MODEL_NAME = 'flight-delay';
