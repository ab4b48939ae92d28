import { SluiceError } from '../../errors/sluice-error.ts';
import { shortened } from './shown.ts';

const MAX_SEEN_LENGTH = 200;

/** The body of a prediction request is in none of the forms of the scoring protocol. */
export function badBody(seen: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'predict.bad-body',
    message: 'the request is in no form that a prediction can be made from',
    seen: shortened(seen, MAX_SEEN_LENGTH),
    allowed:
      'JSON with exactly one of instances, inputs, dataframe_split, dataframe_records; or CSV with a header line',
    mend: 'send for example {"dataframe_records": [{"column": 1}]}',
    ...(cause === undefined ? {} : { cause }),
  });
}
