/** Files that are imported as text: stylesheets, templates, pictures, and the scripts that pages load. The bundle and the tests read them alike. */
declare module '*.css' {
	const text: string
	export default text
}
declare module '*.md' {
	const text: string
	export default text
}
declare module '*.txt' {
	const text: string
	export default text
}
declare module '*.svg' {
	const text: string
	export default text
}
declare module '#client/*' {
	const text: string
	export default text
}

/** The bytes of a font. */
declare module '*.ttf' {
	const bytes: Uint8Array<ArrayBuffer>
	export default bytes
}
