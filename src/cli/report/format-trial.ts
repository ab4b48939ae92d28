import type { Endpoint } from '../../stacks/stack.ts';
import { curl } from '../predict/curl.ts';
import type { Prediction } from '../predict/predict-once.ts';
import type { RunReport } from './run-report.ts';

/** A prediction and how to ask for it again, for people. */
export function formatPrediction({ model, body, answer }: Prediction, endpoint: Endpoint): string {
  return `\nprediction for ${body}:\n  ${answer}\n\n${curl(endpoint, model, body)}\n`;
}

/** A run, the prediction of what it released and where that serves, as one JSON document; null for what there is not. */
export function trialDocument(report: RunReport, prediction?: Prediction, endpoint?: Endpoint): string {
  const tried = prediction && { request: JSON.parse(prediction.body), response: JSON.parse(prediction.answer) };
  return `${JSON.stringify({ ...report, prediction: tried ?? null, url: endpoint?.url ?? null })}\n`;
}
