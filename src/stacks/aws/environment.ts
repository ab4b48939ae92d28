import { SluiceError } from '../../errors/sluice-error.ts';

/** The variables of a function. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that the deployment sets. Throws `deployed.variable-missing`. */
export function variable(environment: Environment, name: string): string {
  const value = environment[name];
  if (value) return value;
  throw new SluiceError({
    code: 'deployed.variable-missing',
    message: 'an environment variable that the deployment sets is missing',
    seen: name,
    mend: 'deploy again (`npx cdk deploy --all`); do not edit the environment of the functions by hand',
  });
}
