/**
 * The SDK's packages as this file would load them.
 *
 * They are named one by one, because a build tool takes in what it can read: so a bundle has the commands of the
 * clients that its project has. What is not there is no error, to Node or to build tools.
 */
export function installed(name: string): unknown {
  try {
    switch (name) {
      case '@aws-sdk/client-cloudformation':
        return require('@aws-sdk/client-cloudformation');
      case '@aws-sdk/client-cloudwatch':
        return require('@aws-sdk/client-cloudwatch');
      case '@aws-sdk/client-dynamodb':
        return require('@aws-sdk/client-dynamodb');
      case '@aws-sdk/client-ec2':
        return require('@aws-sdk/client-ec2');
      case '@aws-sdk/client-glacier':
        return require('@aws-sdk/client-glacier');
      case '@aws-sdk/client-iam':
        return require('@aws-sdk/client-iam');
      case '@aws-sdk/client-s3':
        return require('@aws-sdk/client-s3');
      case '@aws-sdk/client-sns':
        return require('@aws-sdk/client-sns');
      case '@aws-sdk/client-sqs':
        return require('@aws-sdk/client-sqs');
      case '@aws-sdk/lib-dynamodb':
        return require('@aws-sdk/lib-dynamodb');
      case '@aws-sdk/lib-storage':
        return require('@aws-sdk/lib-storage');
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
