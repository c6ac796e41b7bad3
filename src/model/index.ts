export { serviceError, type ErrorDetails } from './errors.js';
export { nearest } from './nearest.js';
export { operationSchemaOf, type OperationSchema } from './operation.js';
export { operationsIn, packageOf } from './service.js';
