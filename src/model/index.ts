export { serviceError, type ErrorDetails } from './errors.js';
export { nearest } from './nearest.js';
export { modelOf, type OperationModel } from './operation.js';
export { packagesOf, servicePackage, type ServicePackage } from './service.js';
