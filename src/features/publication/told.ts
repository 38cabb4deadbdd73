import { MEDIA_TYPE_OF, type PackFileKind } from '#domain/publication/pack.ts'
import { fileDisposition } from '#http/disposition.ts'

/** What a browser is told of a file of that name. */
export function toldOf(kind: PackFileKind, name: string) {
	return {
		type: MEDIA_TYPE_OF[kind],
		headers: {
			'content-disposition': fileDisposition(kind === 'pdf' ? 'inline' : 'attachment', name),
			// Browsers draw a PDF in a page of their own, which a stricter policy keeps from its styles, and a sandbox from being.
			'content-security-policy': "base-uri 'none'; frame-ancestors 'none'",
		},
	}
}
