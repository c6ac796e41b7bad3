import 'aws-sdk-stubber/client-mock/vitest';
