import type { ParameterFiles } from '../parameter-files.ts';
import { rememberedFingerprints } from './fingerprints.ts';
import { localPath } from './local-path.ts';
import { fingerprintLocalFile, localSourceFile, openLocalSourceFile } from './local-source-file.ts';

/** Files of this machine, read where they lie; their fingerprints are remembered in a folder. Placing throws `data.*`. */
export function localFiles(folder: string, now: () => number): ParameterFiles {
  const remembered = rememberedFingerprints(folder, now);
  const fingerprint = (path: string) => remembered(path, () => fingerprintLocalFile(path));
  return {
    async place(_pipeline, _parameter, pathOrUri) {
      const { name, uri, sha256, sizeBytes } = await openLocalSourceFile(localPath(pathOrUri), fingerprint);
      return { file: { name, uri, sha256, sizeBytes } };
    },
    open: async ({ file }) => localSourceFile(file),
  };
}
