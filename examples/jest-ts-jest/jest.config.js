module.exports = {
  preset: 'ts-jest',
  setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
};
