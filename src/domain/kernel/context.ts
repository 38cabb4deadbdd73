import type { Instant, NewId } from './id.ts'

export type Context = { readonly now: Instant; readonly newId: NewId }
