import type { ParameterFiles } from '../parameter-files.ts';
import { rememberedFingerprints } from './fingerprints.ts';
import { localPath } from './local-path.ts';
import type { NoteFolder } from './note-folder.ts';
import { fingerprintLocalFile, localSourceFile, openLocalSourceFile } from './local-source-file.ts';

/** Files of this machine, read where they lie; their fingerprints are remembered. Placing throws `data.*`. */
export function localFiles(notes: NoteFolder, now: () => number): ParameterFiles {
  const remembered = rememberedFingerprints(notes, now);
  const fingerprint = (path: string) => remembered.of(path, () => fingerprintLocalFile(path));
  return {
    async place(_pipeline, _parameter, pathOrUri) {
      const { name, uri, sha256, sizeBytes } = await openLocalSourceFile(localPath(pathOrUri), fingerprint);
      return { file: { name, uri, sha256, sizeBytes } };
    },
    open: async ({ file }) => localSourceFile(file, remembered.vouchFor),
  };
}
