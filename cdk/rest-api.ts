import { Validations } from 'aws-cdk-lib';
import { EndpointType, LambdaRestApi, type MethodOptions, type StageOptions } from 'aws-cdk-lib/aws-apigateway';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export interface RestApiProps {
  /** Answers every request. */
  readonly handler: Function;
  /** Who is let in, of every method. */
  readonly methods: MethodOptions;
  readonly stage?: StageOptions;
  /** In place of a firewall, and of Cognito: who refuses strangers, and how callers are known. */
  readonly because: { readonly noFirewall: string; readonly noCognito: string };
}

/** An HTTP API that hands every request it lets in to one function. */
export function restApi(scope: Construct, id: string, props: RestApiProps): LambdaRestApi {
  const api = new LambdaRestApi(scope, id, {
    handler: props.handler,
    endpointTypes: [EndpointType.REGIONAL],
    defaultMethodOptions: props.methods,
    binaryMediaTypes: ['*/*'],
    cloudWatchRole: false,
    deployOptions: { stageName: 'v1', tracingEnabled: true, ...props.stage },
  });
  Validations.of(api).acknowledge(
    { id: 'AwsSolutions-APIG1', reason: "logs of API Gateway need a role that is set for an account's whole region" },
    {
      id: 'AwsSolutions-APIG2',
      reason: 'the function checks requests: against the signature of the model they are for',
    },
    { id: 'AwsSolutions-APIG3', reason: `a firewall costs while idle; ${props.because.noFirewall}` },
    { id: 'AwsSolutions-APIG6', reason: "logs of API Gateway need a role that is set for an account's whole region" },
    { id: 'AwsSolutions-COG4', reason: props.because.noCognito },
  );
  return api;
}
