import 'aws-sdk-stubber/vitest';
import 'aws-sdk-stubber/services/ec2';
