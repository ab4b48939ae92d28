import { describe } from 'vitest';
import { keyCases } from './artifact-store/keys.ts';
import { listCases } from './artifact-store/list.ts';
import type { OpenArtifacts } from './artifact-store/opened.ts';
import { readCases } from './artifact-store/read.ts';
import { renewCases } from './artifact-store/renew.ts';
import { writeCases } from './artifact-store/write.ts';

/** Every promise of the artifact port, held by any adapter; the store opened may hold the artifacts of other tests. */
export function artifactStoreSuite(name: string, open: OpenArtifacts): void {
  describe(`artifact store on ${name}`, () => {
    writeCases(open);
    readCases(open);
    listCases(open);
    renewCases(open);
    keyCases(open);
  });
}
