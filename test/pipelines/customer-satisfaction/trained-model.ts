import { train } from '../../../pipelines/customer-satisfaction/train.ts';
import { cleanedRows } from './sample-rows.ts';
import { quietContext } from './step-contexts.ts';

/** The linear model of generated orders, with the rows it was trained and may be tested on. */
export async function trainedModel(rows = 2000) {
  const cleaned = await cleanedRows(rows);
  const { model } = await train.run(cleaned, { model: 'linear', l2: 1 }, quietContext());
  return { ...cleaned, model };
}
