import { type Scope, splitScopes } from '../tracking/tokens/scope.ts';
import type { Authenticate } from './guard.ts';
import { CHALLENGE, tokenRefused } from './token-refused.ts';

/** Variable of the stage of an API whose callers bring tokens. */
export const TOKEN_STAGE = { name: 'authorization', value: 'tokens' } as const;

/** What a REST API's proxy event says of its caller. */
interface GatewayEvent {
  readonly stageVariables?: Readonly<Record<string, string>> | null;
  readonly requestContext?: { readonly authorizer?: { readonly scopes?: unknown } | null };
}

/**
 * Knows callers by what API Gateway says of them: whom the authoriser let in has the scopes of its token, whom IAM let in
 * may do everything. Nobody was let in where tokens are asked for and no authoriser ran, as on an emulator without any.
 */
export const gatewayAuthentication: Authenticate = async (context): Promise<readonly Scope[]> => {
  const { stageVariables, requestContext } = context.env.event as GatewayEvent; // as Hono hands on what Lambda was sent
  const scopes = requestContext?.authorizer?.scopes;
  if (typeof scopes === 'string') return splitScopes(scopes);
  if (stageVariables?.[TOKEN_STAGE.name] !== TOKEN_STAGE.value) return ['admin'];
  context.header('www-authenticate', CHALLENGE);
  throw tokenRefused();
};
