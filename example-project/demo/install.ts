// A module of its own, imported first: the SDK's waiters are taken over as the SDK is loaded.
import { install } from 'aws-sdk-stubber';

process.env['AWS_REGION'] = 'eu-central-1';
install();
