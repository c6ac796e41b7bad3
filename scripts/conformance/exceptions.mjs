// What cannot come back as it was given, each with its reason in the SDK. Short, or it is no use.

/** @type {Readonly<Record<string, { readonly what: string, readonly reason: string }[]>>} */
export const EXCEPTIONS = {
  'client-cloudwatch': [
    {
      what: 'DashboardNotFoundError',
      reason:
        'shares its query code, ResourceNotFound, with another error, and the SDK takes the first that has it (findQueryCompatibleError of @aws-sdk/core)',
    },
  ],
  'client-eventbridge': [
    {
      what: 'PutEvents',
      reason:
        'with an EndpointId the SDK signs by SigV4a, which needs @aws-sdk/signature-v4a (or -crt) besides; without it the SDK itself refuses the call',
    },
  ],
};

/** The reason why this may fail; undefined where it may not. */
export function explained(service, what) {
  return EXCEPTIONS[service]?.find((each) => each.what === what)?.reason;
}
