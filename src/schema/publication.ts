import * as z from 'zod'
import { PACK_FILES, type PackFile } from '#domain/publication/pack.ts'
import { exactly } from './exactly.ts'

/** A file that was sent: what it is called, its SHA-256 and its size in bytes. */
export const packFileSchema = exactly<PackFile>()(
	z.strictObject({ kind: z.enum(PACK_FILES), name: z.string(), sha256: z.string(), size: z.int() }),
)
