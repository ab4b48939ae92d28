import { formatError } from '../errors/format-error.ts';
import { SluiceError } from '../errors/sluice-error.ts';

/** A stream of the process, or what stands for one in tests. */
interface OutputStream {
  write(text: string): boolean;
  on(event: 'error', told: (error: NodeJS.ErrnoException) => void): unknown;
}

interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Writers of results and of progress. A reader that has gone (`| head -1`) neither fails nor ends a command; results
 * that are lost otherwise, as on a full disk, are told on `stderr`, and `lost` is called.
 */
export function openOutput(stdout: OutputStream, stderr: OutputStream, lost: () => void): Output {
  const err = (text: string) => void stderr.write(text);
  stderr.on('error', () => undefined); // there is nowhere left to tell it
  stdout.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    err(`${formatError(outputLost(error).facts)}\n`);
    lost();
  });
  return { out: (text) => void stdout.write(text), err };
}

function outputLost(cause: NodeJS.ErrnoException): SluiceError {
  return new SluiceError({
    code: 'cli.output-lost',
    message: 'the result could not be written to the standard output',
    seen: cause.message,
    mend: 'free space or send the output elsewhere; what the command did is done, `sluice runs` shows it',
    cause,
  });
}
