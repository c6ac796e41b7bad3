import 'aws-sdk-stubber/client-mock/jest';
