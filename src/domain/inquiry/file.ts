import type { FileId } from '#domain/kernel/id.ts'

/** What can be taken: what a notice comes as. The bytes decide, not the name. A mail is kept as it came, and not taken by a form. */
export const MEDIA_TYPES = [
	'application/pdf',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'text/plain',
	'text/markdown',
	'message/rfc822',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** Largest file that is taken. Bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024

/** Most files that are taken at once. */
export const FILES_LIMIT = 20

/** What is known of a file whose bytes are kept. */
export type FileFacts = {
	/** Of the bytes, lower-case hex: they lie under coalition and hash. */
	readonly sha256: string
	/** As it was called, made safe to show and to save under. */
	readonly name: string
	readonly mediaType: MediaType
	/** Bytes. */
	readonly size: number
}

export type AttachedFile = FileFacts & { readonly id: FileId }

/**
 * Why the text of a kept file is not there, or not all of it. `noText`: it holds pictures of pages. `onlyBeginning`: it is
 * long, and the beginning was read. `locked`: it is encrypted. `notRead`: reading it takes more than there is room for.
 */
export const FILE_GAPS = ['noText', 'onlyBeginning', 'locked', 'notRead'] as const
export type FileGap = (typeof FILE_GAPS)[number]

/** Why a file is not taken. `hostile`: it is made to overwhelm or deceive whoever opens it. */
export const FILE_REFUSALS = [
	'empty',
	'tooLarge',
	'tooMany',
	'noPlace',
	'otherKind',
	'notAsNamed',
	'broken',
	'locked',
	'macros',
	'hostile',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

const ENDINGS: Readonly<Record<MediaType, readonly string[]>> = {
	'application/pdf': ['pdf'],
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
	'text/plain': ['txt', 'text'],
	'text/markdown': ['md', 'markdown'],
	'message/rfc822': ['eml'],
}

/** The media type that a name's ending stands for; null for any other ending, and for none. */
export function mediaTypeOf(name: string): MediaType | null {
	const ending = /\.([a-z]+)\s*$/i.exec(name)?.[1]?.toLowerCase() ?? ''
	return MEDIA_TYPES.find((type) => ENDINGS[type].includes(ending)) ?? null
}

/** Longest name of a file, with its ending. Characters; three bytes each still fit where 255 bytes are the limit. */
const NAME_LIMIT = 80

/** Names that are devices on Windows, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name to show and to save under: the last part of a path, on one line, without what cannot be in a file's name and
 * without what changes the direction of writing, which can make `fdp.exe` of `exe.pdf`. It ends as its content asks.
 */
export function safeName(name: string, mediaType: MediaType): string {
	const bare = name
		.slice(-2000)
		.toWellFormed()
		.normalize('NFC')
		.replace(/^.*[/\\]/s, '')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
		.replace(/[<>:"|?*\ufffd]/g, '_')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '')
	const [ending = ''] = ENDINGS[mediaType]
	const right = mediaTypeOf(bare) === mediaType
	const stem = right ? bare.replace(/\.[^.]*$/, '') : bare
	const last = right ? (/[^.]*$/.exec(bare)?.[0] ?? ending) : ending
	const short = [...stem]
		.slice(0, NAME_LIMIT - last.length - 1)
		.join('')
		.trim()
	const known = short === '' || DEVICE.test(short) ? `file${short === '' ? '' : `-${short}`}` : short
	return `${known}.${last}`
}
