import { Validations } from 'aws-cdk-lib';
import { AuthorizationType, EndpointType, LambdaRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** The HTTP API: answers nobody whom IAM does not know, and hands every request to one function. */
export function serviceApi(scope: Construct, id: string, { handler }: { readonly handler: Function }): LambdaRestApi {
  const api = new LambdaRestApi(scope, id, {
    handler,
    endpointTypes: [EndpointType.REGIONAL],
    defaultMethodOptions: { authorizationType: AuthorizationType.IAM },
    binaryMediaTypes: ['*/*'],
    cloudWatchRole: false,
    deployOptions: { stageName: 'v1', tracingEnabled: true },
  });
  Validations.of(api).acknowledge(
    { id: 'AwsSolutions-APIG1', reason: "logs of API Gateway need a role that is set for an account's whole region" },
    {
      id: 'AwsSolutions-APIG2',
      reason: 'the function checks requests: against the signature of the model they are for',
    },
    { id: 'AwsSolutions-APIG3', reason: 'a firewall costs while idle; IAM refuses strangers before the function runs' },
    { id: 'AwsSolutions-APIG6', reason: "logs of API Gateway need a role that is set for an account's whole region" },
    { id: 'AwsSolutions-COG4', reason: 'callers are signed by IAM' },
  );
  return api;
}
