import { fileURLToPath } from 'node:url';
import { SluiceError } from '../../errors/sluice-error.ts';

/** The path of a file of this machine that was given by its path or `file:` URI. Throws `data.bad-file-uri`. */
export function localPath(pathOrUri: string): string {
  if (!pathOrUri.startsWith('file:')) return pathOrUri;
  try {
    return fileURLToPath(pathOrUri);
  } catch (error) {
    throw new SluiceError({
      code: 'data.bad-file-uri',
      message: 'this is no URI of a file of this machine',
      seen: pathOrUri,
      allowed: 'file:///FOLDER/FILE',
      mend: 'correct the URI, or give the path',
      cause: error,
    });
  }
}
