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
};

/** The reason why this may fail; undefined where it may not. */
export function explained(service, what) {
  return EXCEPTIONS[service]?.find((each) => each.what === what)?.reason;
}
