/** The key that clients get which have no credentials of their own; what they call is the test's own account. */
export const DUMMY_ACCESS_KEY_ID = 'AKIASTUBBEREXAMPLE00';

/** It opens nothing. */
export const DUMMY_SECRET_ACCESS_KEY = 'aws-sdk-stubber/dummy/secret/access/key0';
