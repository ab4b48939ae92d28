import { describe, expect, it } from 'vitest';
import { formatPrediction, trialDocument } from '../../../src/cli/report/format-trial.ts';
import type { RunReport } from '../../../src/cli/report/run-report.ts';

const prediction = { model: 'rents', body: '{"instances":[[70]]}', answer: '{"predictions":[700]}' };
const endpoint = { url: 'http://127.0.0.1:8080', curlOptions: '' };
const report: RunReport = {
  run: { id: 'a1', pipeline: 'rents', status: 'completed', stack: 'local', durationMs: 12, source: null },
  steps: [],
  metrics: { mse: 2 },
  verdict: null,
  release: null,
};

describe('a trial', () => {
  it('shows people the prediction, and how to ask for it', () => {
    const text = formatPrediction(prediction, endpoint);

    expect(text).toContain('prediction for {"instances":[[70]]}:\n  {"predictions":[700]}\n');
    expect(text).toContain('curl -s http://127.0.0.1:8080/models/rents/invocations');
  });

  it('is one document for programs: the run, the prediction and where it serves', () => {
    expect(JSON.parse(trialDocument(report, prediction, endpoint))).toEqual({
      ...report,
      prediction: { request: { instances: [[70]] }, response: { predictions: [700] } },
      url: 'http://127.0.0.1:8080',
    });
  });

  it('says of a run that released nothing that there is neither', () => {
    expect(JSON.parse(trialDocument(report))).toEqual({ ...report, prediction: null, url: null });
  });
});
