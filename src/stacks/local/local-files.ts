import type { ParameterFiles } from '../parameter-files.ts';
import { localPath } from './local-path.ts';
import { localSourceFile, openLocalSourceFile } from './local-source-file.ts';

/** Files of this machine, read where they lie. Placing throws `data.*`. */
export const localFiles: ParameterFiles = {
  async place(_pipeline, _parameter, pathOrUri) {
    const { name, uri, sha256, sizeBytes } = await openLocalSourceFile(localPath(pathOrUri));
    return { file: { name, uri, sha256, sizeBytes } };
  },
  open: async ({ file }) => localSourceFile(file),
};
