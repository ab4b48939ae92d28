import { SluiceError } from '../../errors/sluice-error.ts';
import { makeFolder } from './make-folder.ts';

/** Makes the folder of runs and artifacts if it is not there. Throws `home.unwritable`. */
export async function makeHome(home: string): Promise<void> {
  if (/^~|^[a-z0-9+.-]+:\/\//i.test(home)) throw unusableHome(`${home}, which is no path`);
  try {
    await makeFolder(home);
  } catch (error) {
    throw unusableHome(error instanceof Error ? `${home}: ${error.message}` : home, error);
  }
}

/** The error of a home that cannot be made or written. */
export function unusableHome(seen: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'home.unwritable',
    message: 'the folder for runs and artifacts cannot be made or written',
    seen,
    allowed: 'the path of a folder, there or to be made; `~` only where the shell puts the home folder for it',
    mend: 'set SLUICE_HOME to a folder that you may write, or unset it for .sluice in the folder of the project',
    cause,
  });
}
