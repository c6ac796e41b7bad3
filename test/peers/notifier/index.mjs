import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
export const listTopics = () => new SNSClient({}).send(new ListTopicsCommand({}));
