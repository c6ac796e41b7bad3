export default {
  transform: {},
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
};
