import { fileURLToPath } from 'node:url';
import { SluiceError } from '../../errors/sluice-error.ts';

const REMOTE_URI = /^(?!file:)[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The path of a file of this machine that was given by its path or `file:` URI. Throws `data.bad-file-uri`,
 * `data.file-elsewhere`.
 */
export function localPath(pathOrUri: string): string {
  if (REMOTE_URI.test(pathOrUri)) throw fileElsewhere(pathOrUri);
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

function fileElsewhere(uri: string): SluiceError {
  return new SluiceError({
    code: 'data.file-elsewhere',
    message: 'a file of this machine is needed and this is the URI of another place',
    seen: uri,
    allowed: 'a path, or file:///FOLDER/FILE; files in S3 for runs on AWS',
    mend: 'copy the file to this machine and give its path, or run on AWS (`--stack aws`)',
  });
}
