import { bearerIn } from '../../src/api/bearer-authentication.ts';
import { openDeployedTokens } from '../../src/stacks/aws/deployed-tokens.ts';
import type { TokenStore } from '../../src/tracking/record-store.ts';
import { joinScopes } from '../../src/tracking/tokens/scope.ts';
import { verifyToken } from '../../src/tracking/tokens/verify-token.ts';

/** What API Gateway asks an authoriser of tokens (its guide: Input to a Lambda authorizer). */
export interface AuthorizerRequest {
  /** The `Authorization` header. */
  readonly authorizationToken: string;
  /** `arn:…:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH` of the request that it happens to ask for. */
  readonly methodArn: string;
}

/** Who calls, what API Gateway is to let through, and what it is to tell the function behind. */
export interface Authorization {
  readonly principalId: string;
  readonly policyDocument: { readonly Version: '2012-10-17'; readonly Statement: readonly object[] };
  readonly context: { readonly scopes: string };
}

/** Tells API Gateway what the bearer of a token may do; keeps nothing, so that API Gateway's own cache is the only one. */
export function authorizeHandler(
  tokens: Pick<TokenStore, 'get'> = openDeployedTokens(process.env),
  now: () => number = Date.now,
): (request: AuthorizerRequest) => Promise<Authorization> {
  return async ({ authorizationToken, methodArn }) => {
    const text = bearerIn(authorizationToken);
    const token = text && (await verifyToken(tokens, text, now()));
    if (!token) throw new Error('Unauthorized'); // by this very word API Gateway answers 401
    return {
      principalId: token.id,
      policyDocument: { Version: '2012-10-17', Statement: [allow(wholeStage(methodArn))] },
      context: { scopes: joinScopes(token.scopes) },
    };
  };
}

function allow(resource: string): object {
  return { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: resource };
}

/**
 * All that a stage answers: API Gateway uses the answer again for other requests with the same token, and would deny them
 * by a policy of the first one's method. What needs which scope is known to the function behind.
 */
function wholeStage(methodArn: string): string {
  const [api, stage] = methodArn.split('/');
  return `${api}/${stage}/*`;
}
