import 'aws-sdk-stubber/jest';
import 'aws-sdk-stubber/services/ec2';
