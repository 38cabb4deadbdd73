import { type FileFacts, MEDIA_TYPES } from '#domain/inquiry/file.ts'

/** A file that is kept already, as a form carries it: hash, size, kind and name, parted by spaces. */
export const keptFile = ({ sha256, size, mediaType, name }: FileFacts) => `${sha256} ${size} ${mediaType} ${name}`

/** What such a value stands for; null for anything else. */
export function keptIn(value: string): FileFacts | null {
	const [, sha256, size, kind, name] =
		/^([0-9a-f]{64}) ([1-9][0-9]{0,8}) (\S{1,100}) ([^\p{Cc}]{1,300})$/u.exec(value) ?? []
	const mediaType = MEDIA_TYPES.find((type) => type === kind)
	if (sha256 === undefined || mediaType === undefined || name === undefined) return null
	return { sha256, name, mediaType, size: Number(size) }
}
