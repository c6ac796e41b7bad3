module.exports = {
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
};
