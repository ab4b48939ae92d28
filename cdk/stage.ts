import { RemovalPolicy } from 'aws-cdk-lib';

/** What a deployment is for: to try things, or to be relied on. */
export type Stage = 'dev' | 'prod';

export const STAGES: readonly Stage[] = ['dev', 'prod'];

/** What becomes of data when its stack is destroyed: in `prod` it stays. */
export function dataRemovalPolicy(stage: Stage): RemovalPolicy {
  return stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
