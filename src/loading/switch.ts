/** A variable of the environment: `false` where a project wants the SDK loaded as Node alone loads it. */
export const SWITCH = 'AWS_SDK_STUBBER_FAST_LOADING';
