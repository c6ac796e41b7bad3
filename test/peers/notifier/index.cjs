const { ListTopicsCommand, SNSClient } = require('@aws-sdk/client-sns');
exports.listTopics = () => new SNSClient({}).send(new ListTopicsCommand({}));
