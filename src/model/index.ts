export { withoutNulls, type Wrapper } from './as-sent.js';
export {
  errorShapeOf,
  modelledError,
  modelledErrors,
  rememberRegistry,
  serviceError,
  type ErrorDetails,
  type ModelledError,
  type TypeRegistry,
} from './errors.js';
export { meantCode } from './error-codes.js';
export { errorDetailProblems } from './error-details.js';
export { isHandedOn, structuresOf, type Structures } from './handed-on.js';
export { listOf, mapOf, simple, structureOf } from './made-shapes.js';
export { meantOperation } from './installed-operations.js';
export { byNearness, nearest } from './nearest.js';
export { modelOf, type OperationModel } from './operation.js';
export type { Pattern } from './pattern.js';
export { ownPaginationOf, paginationOf, type Pagination } from './pagination.js';
export type { Shape, StructureShape, TimestampFormat, Traits } from './schema.js';
export { knownServiceId, meantServiceId, squeeze } from './service-ids.js';
export {
  hasPackage,
  loadedClients,
  packagesOf,
  servicePackage,
  type ServicePackage,
} from './service.js';
export { elementShape, hasSensitive, memberShape } from './sensitive.js';
export { printProblems, type Problem } from './problem.js';
export { problemsOf, type Rules } from './validate.js';
