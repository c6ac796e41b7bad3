export { errorShapeOf, serviceError, type ErrorDetails } from './errors.js';
export { nearest } from './nearest.js';
export { modelOf, type OperationModel } from './operation.js';
export { paginationOf, type Pagination } from './pagination.js';
export type { Shape } from './schema.js';
export { packagesOf, servicePackage, type ServicePackage } from './service.js';
export { printProblems, problemsOf, type Problem, type Rules } from './validate.js';
