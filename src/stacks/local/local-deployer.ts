import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { ModelDeployer } from '../stack.ts';

/** Where `sluice serve` listens unless told otherwise. */
const LOCAL_URL = 'http://127.0.0.1:8080';

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
    async endpoint(model) {
      if (!(await stores.records.registry.release(model))) return undefined;
      const url = `${LOCAL_URL}/models/${model}/invocations`;
      return { url, curl: (body) => `curl -s ${url} -H 'content-type: application/json' -d '${body}'` };
    },
  };
}
