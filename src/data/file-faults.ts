import { SluiceError } from '../errors/sluice-error.ts';

/** Throws `data.file-missing`; `meant` is a file beside it with a similar name. */
export function fileMissing(path: string, meant: string | undefined, cause?: unknown): never {
  throw new SluiceError({
    code: 'data.file-missing',
    message: 'there is no such file',
    seen: path,
    mend: meant === undefined ? 'give the path of a file that is there' : `did you mean '${meant}'?`,
    cause,
  });
}

/** Throws `data.file-is-directory`. */
export function fileIsDirectory(path: string): never {
  throw new SluiceError({
    code: 'data.file-is-directory',
    message: 'a file is needed and this is a folder',
    seen: path,
    mend: 'give the path of one file in it',
  });
}

/** Throws `data.file-not-regular`. */
export function fileIsNotRegular(path: string): never {
  throw new SluiceError({
    code: 'data.file-not-regular',
    message: 'a file is needed and this is a device or a pipe',
    seen: path,
    mend: 'write what it gives to a file first, and give the path of that',
  });
}

/** Throws `data.file-unreadable`; `seen` says what the place it lies in answered. */
export function fileUnreadable(path: string, seen: string, cause?: unknown): never {
  throw new SluiceError({
    code: 'data.file-unreadable',
    message: 'the file is there and could not be read',
    seen: `${seen} at ${path}`,
    mend: 'give your user or role the right to read it, or copy it to where it can be read',
    cause,
  });
}
