import { mergeSome } from './amending-merge.ts'
import { type Command, ON_ONE, type Step } from './amending-steps.ts'

/** Whatever can be done to a text and its amendments, by the name of the step. */
export const COMMANDS: Readonly<Record<Step['what'], Command>> = { ...ON_ONE, merge: mergeSome }
