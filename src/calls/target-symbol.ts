/** A thing that stands for a target (a stub, a fixture's handle, a resource) gives it under this symbol. */
export const TARGET = Symbol.for('aws-sdk-stubber.target');
