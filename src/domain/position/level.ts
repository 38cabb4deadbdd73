/** Where what a position asks for is to change: for one person at a time, in how a service works, or in the system around it. */
export const LEVELS = ['individual', 'service', 'system'] as const
export type Level = (typeof LEVELS)[number]
