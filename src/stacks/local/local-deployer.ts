import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { ModelDeployer } from '../stack.ts';

/**
 * Answers predictions by the app that `sluice serve` serves, without a server between; what a server would log, as a
 * store that fails, is thrown.
 */
export function localDeployer(stores: {
  readonly records: Pick<RecordStore, 'registry'>;
  readonly artifacts: Pick<ArtifactStore, 'read' | 'uri'>;
}): ModelDeployer {
  return {
    async invoke(model, body, contentType) {
      const { createApp } = await import('../../api/app.ts'); // most commands predict nothing
      const faults: unknown[] = [];
      const app = createApp({ ...stores, version: '', report: (fault) => faults.push(fault) });
      const path = `/models/${encodeURIComponent(model)}/invocations`;
      const answer = await app.request(path, { method: 'POST', body, headers: { 'content-type': contentType } });
      if (faults.length > 0) throw faults[0];
      return { status: answer.status, body: await answer.text() };
    },
  };
}
