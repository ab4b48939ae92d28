import { SluiceError } from '../../errors/sluice-error.ts';

/** The error of a system, or a part of it, that is not there; `seen` says what was looked for, and where. */
export function notDeployed(seen: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'stack.not-deployed',
    message: 'the system is not deployed there, or by another version',
    seen,
    mend: 'deploy it (npx cdk deploy --all, or npm run localstack), or set AWS_REGION to where it is',
    cause,
  });
}
