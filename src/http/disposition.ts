/** How a browser is told what a file is called, and whether it is shown or saved (RFC 6266). */
export function fileDisposition(how: 'inline' | 'attachment', name: string): string {
	return `${how}; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`
}

/** For what does not read the other form. */
const ascii = (name: string) =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\w.,() -]/g, '_')

/** RFC 8187. */
const encoded = (name: string) =>
	encodeURIComponent(name.toWellFormed().replace(/[/\\:\p{Cc}]/gu, '-')).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	)
