import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { ModelDeployer } from '../stack.ts';

/** Answers predictions by the app that `sluice serve` serves, without a server between. */
export function localDeployer(stores: {
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
}): ModelDeployer {
  return {
    async invoke(model, body, contentType) {
      const { createApp } = await import('../../api/app.ts'); // most commands predict nothing
      const app = createApp({ ...stores, version: '' });
      const path = `/models/${encodeURIComponent(model)}/invocations`;
      const answer = await app.request(path, { method: 'POST', body, headers: { 'content-type': contentType } });
      return { status: answer.status, body: await answer.text() };
    },
  };
}
