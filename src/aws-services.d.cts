/**
 * The services whose operations are typed by name: an id, and the type of the client's package. Each
 * `aws-sdk-stubber/services/…` adds its own; this is how to add one by hand, such as a package whose
 * folder is out of this one's reach.
 *
 * One file for ES modules and for CommonJS: both must see the same services, whichever of the two
 * declarations a test and its setup file resolve to.
 *
 * @example
 * declare module 'aws-sdk-stubber' {
 *   interface AwsServices {
 *     EC2: typeof import('@aws-sdk/client-ec2');
 *   }
 * }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each entry adds a service
export interface AwsServices {}
