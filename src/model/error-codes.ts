import { modelledErrors } from './errors.js';
import { nearest } from './nearest.js';

type ClientWithErrors = Parameters<typeof modelledErrors>[0];

/**
 * Codes that services answer and their models do not have, as far as they are asked about often.
 *
 * Sources: "Common Errors" in AWS's API references; `THROTTLING_ERROR_CODES` and its kin of @smithy/core/retry; the
 * lists of error codes in the API references of S3 and EC2.
 */
const OF_ALL = words(`
  AccessDenied AccessDeniedException AuthFailure EC2ThrottledException ExpiredToken ExpiredTokenException
  IncompleteSignature InternalError InternalFailure InternalServerError InternalServerErrorException
  InternalServerException InternalServiceError InternalServiceException InvalidAction InvalidClientTokenId InvalidParameterCombination InvalidParameterValue InvalidQueryParameter
  InvalidRequest InvalidRequestException InvalidSignatureException
  LimitExceededException MalformedHttpRequestException MalformedQueryString MissingAction
  MissingAuthenticationToken MissingAuthenticationTokenException MissingParameter NotAuthorized OptInRequired
  PriorRequestNotComplete ProvisionedThroughputExceededException RequestAbortedException
  RequestEntityTooLargeException RequestExpired RequestLimitExceeded RequestThrottled RequestThrottledException
  RequestTimeTooSkewed RequestTimeout RequestTimeoutException ResourceNotFoundException ServiceUnavailable
  ServiceUnavailableException SignatureDoesNotMatch SlowDown Throttling ThrottledException ThrottlingException
  TimeoutError TooManyRequestsException TransactionInProgressException UnauthorizedOperation
  UnknownOperationException UnrecognizedClientException ValidationError ValidationException
`);

const OF_SERVICE: Readonly<Record<string, readonly string[]>> = {
  S3: words(`
    AccessControlListNotSupported AllAccessDisabled AuthorizationHeaderMalformed BadDigest BucketNotEmpty
    ConditionalRequestConflict EntityTooLarge EntityTooSmall IllegalLocationConstraintException IncompleteBody
    InvalidAccessKeyId InvalidArgument InvalidBucketName InvalidBucketState InvalidDigest
    InvalidEncryptionAlgorithmError InvalidLocationConstraint InvalidPart InvalidPartOrder InvalidRange
    InvalidSecurity InvalidStorageClass InvalidTag InvalidToken KeyTooLongError MalformedACLError MalformedPolicy
    MalformedXML MetadataTooLarge MethodNotAllowed MissingContentLength NoSuchBucketPolicy NoSuchCORSConfiguration
    NoSuchLifecycleConfiguration NoSuchObjectLockConfiguration NoSuchPublicAccessBlockConfiguration NoSuchTagSet
    NoSuchVersion NoSuchWebsiteConfiguration NotImplemented NotModified
    ObjectLockConfigurationNotFoundError OperationAborted OwnershipControlsNotFoundError PermanentRedirect
    PreconditionFailed ReplicationConfigurationNotFoundError RestoreAlreadyInProgress
    ServerSideEncryptionConfigurationNotFoundError TemporaryRedirect TooManyBuckets XAmzContentSHA256Mismatch
  `),
  EC2: words(`
    DependencyViolation DryRunOperation Gateway.NotAttached IncorrectInstanceState IncorrectState
    InstanceLimitExceeded InsufficientInstanceCapacity InvalidAddress.Malformed InvalidAddress.NotFound
    InvalidAddressID.NotFound InvalidAllocationID.NotFound InvalidAMIID.Malformed InvalidAMIID.NotFound
    InvalidAssociationID.NotFound InvalidCidrBlock.InUse InvalidDhcpOptionID.NotFound InvalidDhcpOptionsId.Malformed
    InvalidGatewayID.NotFound InvalidGroup.Duplicate InvalidGroup.InUse InvalidGroup.NotFound InvalidGroupId.Malformed
    InvalidID InvalidInstanceID.Malformed InvalidInstanceID.NotFound InvalidInstanceType
    InvalidInternetGatewayID.NotFound InvalidInternetGatewayId.Malformed InvalidIPAddress.InUse
    InvalidKeyPair.Duplicate InvalidKeyPair.NotFound InvalidNatGatewayID.NotFound InvalidNetworkAclID.NotFound
    InvalidNetworkAclId.Malformed InvalidNetworkInterfaceID.NotFound InvalidNetworkInterfaceId.Malformed
    InvalidNextToken InvalidParameter InvalidPermission.Duplicate InvalidPermission.NotFound InvalidRoute.NotFound
    InvalidRouteTableID.NotFound InvalidRouteTableId.Malformed InvalidSecurityGroupRuleId.Malformed
    InvalidSecurityGroupRuleId.NotFound InvalidServiceName InvalidSnapshot.NotFound InvalidSubnet.Conflict
    InvalidSubnet.Range InvalidSubnetID.Malformed InvalidSubnetID.NotFound InvalidVolume.NotFound
    InvalidVolumeID.Malformed InvalidVpc.Range InvalidVpcCidrBlockAssociationID.NotFound InvalidVpcEndpointId.Malformed
    InvalidVpcEndpointId.NotFound InvalidVpcID.Malformed InvalidVpcID.NotFound
    InvalidVpcPeeringConnectionID.NotFound Resource.AlreadyAssociated RouteAlreadyExists SnapshotCreationPerVolumeRateExceeded
    UnknownParameter UnsupportedOperation UnsupportedTenancy VcpuLimitExceeded VPCIdNotSpecified VpcLimitExceeded
  `),
};

/** What SDKs and services write at the end of an error's name, or do not. */
const ENDINGS = ['Exception', 'Error', 'Fault'];

/**
 * The code that was meant by one that is none of these, but nearly; undefined for a code of them, and for one that
 * is not near to any: services answer more codes than their models have.
 *
 * @param clients - whose errors are looked through
 */
export function meantCode(given: string, clients: readonly ClientWithErrors[]): string | undefined {
  const modelled = clients.flatMap(modelledErrors);
  const others = clients.flatMap(({ config }) => OF_SERVICE[config.serviceId ?? ''] ?? []);
  const known = new Set([...modelled, ...OF_ALL, ...others]);
  if (known.has(given)) return undefined;
  const other = ENDINGS.flatMap((ending) => [
    `${given}${ending}`,
    ...(given.endsWith(ending) ? [given.slice(0, -ending.length)] : []),
  ]).find((name) => modelled.includes(name));
  return other ?? nearest(given, known, 1, given.length < 8 ? 1 : 2)[0];
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
