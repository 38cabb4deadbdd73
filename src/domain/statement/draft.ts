import type { BlockVersion } from './block.ts'
import type { Statement } from './statement.ts'

/** A document being written: its blocks in order, each in its current version. */
export type Draft = { readonly statement: Statement; readonly blocks: readonly BlockVersion[] }
