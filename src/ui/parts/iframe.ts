import { escapeHtml } from '#markup/sanitise.ts'

/** Of a frame on another site, unless that says. Pixels. */
export const FRAME_SIZE = { width: 600, height: 400 } as const

/** What another site writes to show a page in its own. */
export function iframeOf(
	address: string,
	title: string,
	{ width, height }: { width: number; height: number } = FRAME_SIZE,
) {
	const attributes = `src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="${width}" height="${height}"`
	return `<iframe ${attributes} loading="lazy"></iframe>`
}
