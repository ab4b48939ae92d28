/** Name of the CloudFormation stack that all pipelines share, unless an app names it otherwise. */
export const SERVICE_STACK = 'sluice';

/** Name of the CloudFormation stack of a pipeline, and of its state machine. */
export function pipelineStackName(pipeline: string, service = SERVICE_STACK): string {
  return `${service}-${pipeline}`;
}

/** The log group of the function of a step. */
export function stepLogGroup(service: string, pipeline: string, step: string): string {
  return `/${service}/${pipeline}/${step}`;
}

/** The pipeline of a service whose state machine has this ARN. */
export function pipelineOfMachine(stateMachineArn: string, service: string): string {
  return stateMachineArn.slice(stateMachineArn.lastIndexOf(':') + 1 + pipelineStackName('', service).length);
}
