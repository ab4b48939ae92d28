import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** The topic that every alarm is sent to; an e-mail address gets them once it has confirmed. */
export function alertsTopic(scope: Construct, id: string, { email }: { readonly email?: string | undefined }): Topic {
  const topic = new Topic(scope, id, { displayName: 'Sluice', enforceSSL: true });
  topic.addToResourcePolicy(alarmsMayPublish(Stack.of(scope), topic));
  if (email !== undefined) topic.addSubscription(new EmailSubscription(email));
  Validations.of(topic).acknowledge({
    id: 'AwsSolutions-SNS2',
    reason: 'alarms hold names and counts, no data; a key that CloudWatch may use costs a dollar a month',
  });
  return topic;
}

/** A topic with a policy of its own no longer has the one by which the alarms of its account may publish. */
function alarmsMayPublish(stack: Stack, topic: Topic): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
  });
}
