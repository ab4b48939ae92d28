import { AuthorizationType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { restApi } from './rest-api.ts';

/** The HTTP API: answers nobody whom IAM does not know. */
export function serviceApi(scope: Construct, id: string, { handler }: { readonly handler: Function }): RestApi {
  return restApi(scope, id, {
    handler,
    methods: { authorizationType: AuthorizationType.IAM },
    because: { noFirewall: 'IAM refuses strangers before the function runs', noCognito: 'callers are signed by IAM' },
  });
}
