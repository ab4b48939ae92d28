import { Duration } from 'aws-cdk-lib';
import { AuthorizationType, ResponseType, type RestApi, TokenAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type ErrorAnswer, errorAnswer } from '../src/api/error-response.ts';
import { TOKEN_STAGE } from '../src/api/gateway-authentication.ts';
import { CHALLENGE, tokenRefused } from '../src/api/token-refused.ts';
import { TOKEN_PATTERN } from '../src/tracking/tokens/token-text.ts';
import { restApi } from './rest-api.ts';

export interface TokenApiProps {
  /** Answers every request. */
  readonly handler: Function;
  /** Tells what a token allows; `AUTHORIZE_TIMEOUT_MS` is the longest that it may take. */
  readonly authorizer: Function;
  /** Requests that are let in, those of strangers among them; for a moment twice as many. */
  readonly requestsPerSecond: number;
}

/** A revoked token is refused so soon. */
const REVOKED_WITHIN_MS = 30_000;

export const AUTHORIZE_TIMEOUT_MS = 10_000;

/** An answer is as old as the authoriser took to give it, and is then used again for so long. */
const ANSWER_REUSED_MS = REVOKED_WITHIN_MS - AUTHORIZE_TIMEOUT_MS;

/** The HTTP API for bearers of a token, beside the one for those whom IAM knows: a method has one kind of authorisation. */
export function tokenApi(scope: Construct, id: string, props: TokenApiProps): RestApi {
  const { handler, authorizer, requestsPerSecond } = props;
  const api = restApi(scope, id, {
    handler,
    methods: {
      authorizationType: AuthorizationType.CUSTOM,
      authorizer: new TokenAuthorizer(scope, `${id}Authorizer`, {
        handler: authorizer,
        resultsCacheTtl: Duration.millis(ANSWER_REUSED_MS),
        validationRegex: `^[Bb]earer +${TOKEN_PATTERN}$`, // anything else is refused before a function runs
      }),
    },
    stage: {
      variables: { [TOKEN_STAGE.name]: TOKEN_STAGE.value },
      throttlingRateLimit: requestsPerSecond,
      throttlingBurstLimit: 2 * requestsPerSecond,
    },
    because: {
      noFirewall: 'strangers are throttled, and refused before the function runs',
      noCognito: 'callers bring tokens, which the authoriser looks up',
    },
  });
  sayWhy(api);
  return api;
}

/** API Gateway answers by itself for the authoriser; in its own words, without what to do about it, unless told. */
function sayWhy(api: RestApi): void {
  const refused = errorAnswer(tokenRefused(), console.error);
  const failed = errorAnswer(new Error('the authoriser failed'), () => undefined); // as the function behind says of itself
  answer(api, 'Refused', ResponseType.UNAUTHORIZED, refused, { 'WWW-Authenticate': `'${CHALLENGE}'` });
  answer(api, 'Failed', ResponseType.AUTHORIZER_FAILURE, failed);
}

function answer(
  api: RestApi,
  id: string,
  type: ResponseType,
  { status, body }: ErrorAnswer,
  responseHeaders: Readonly<Record<string, string>> = {},
): void {
  api.addGatewayResponse(id, {
    type,
    statusCode: String(status),
    responseHeaders,
    templates: { 'application/json': JSON.stringify(body) },
  });
}
