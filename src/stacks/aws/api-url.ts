import { type DeployedStack, outputOf } from './deployment.ts';

/** An API of the service, as its outputs begin. */
type ApiName = 'Api' | 'TokenApi';

/**
 * Where an API of the deployed service answers, with its stage and without a slash at the end: under AWS's host, or under an
 * emulator's own. Throws `stack.not-deployed`.
 */
export function apiUrl(service: DeployedStack, name: ApiName, endpoint: string | undefined): string {
  if (endpoint === undefined) return outputOf(service, `${name}Url`).replace(/\/$/, '');
  return `${endpoint}/restapis/${outputOf(service, `${name}Id`)}/v1/_user_request_`;
}

/** Where bearers of tokens call; nothing where the service was deployed without. */
export function tokenApiUrl(service: DeployedStack, endpoint: string | undefined): string | undefined {
  return service.outputs['TokenApiUrl'] === undefined ? undefined : apiUrl(service, 'TokenApi', endpoint);
}
