/** What projects set for their tests. */
process.env.AWS_REGION = 'eu-central-1';
process.env.AWS_DEFAULT_REGION = 'eu-central-1';
process.env.AWS_ACCESS_KEY_ID = 'testing';
process.env.AWS_SECRET_ACCESS_KEY = 'testing-secret';
process.env.AWS_SESSION_TOKEN = 'testing-token';
process.env.AWS_ACCOUNT_ID = '123456789012';
process.env.AWS_EC2_METADATA_DISABLED = 'true';
process.env.AWS_SHARED_CREDENTIALS_FILE = 'credentials.ini';
process.env.AWS_LAMBDA_FUNCTION_NAME = 'function-of-tests';
process.env.TOPIC_ARN = 'arn:aws:sns:eu-central-1:123456789012:topic';
