import type { AnswerFormat } from '#domain/inquiry/inquiry.ts'
import { oneLine } from '#domain/kernel/text.ts'

/** The files that a published statement is sent as, in the order in which they are enclosed. */
export const PACK_FILES = ['docx', 'pdf'] as const
export type PackFileKind = (typeof PACK_FILES)[number]

/** What the files of a pack are: one to edit, and one that keeps PDF/UA-1, which is what the act (2018:1937) asks for. */
export const PACK_FORMATS: readonly AnswerFormat[] = ['docx', 'pdf', 'accessible-pdf']

export const MEDIA_TYPE_OF = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
} as const satisfies Readonly<Record<PackFileKind, string>>

/** A file of a pack as it is known afterwards: what it is called, its SHA-256 in hex, and its size in bytes. */
export type PackFile = {
	readonly kind: PackFileKind
	readonly name: string
	readonly sha256: string
	readonly size: number
}

/** Who answers and under which number, as the name of a file. What no name of a file can hold becomes a hyphen. */
export function packFileName(coalition: string, label: string, kind: PackFileKind): string {
	return `${oneLine(`${coalition}, ${label}`)
		.toWellFormed()
		.replace(/[/\\:*?"<>|\p{Cc}]/gu, '-')}.${kind}`
}
