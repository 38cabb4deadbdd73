/**
 * The lines a reader of a Markdown file is left with when the syntax is taken away: no comments, heading marks, quote
 * marks, bullets, escapes or indents. Numbers and letters of positions are text. Written apart from our own reader.
 */
export function stripMarkdown(markdown: string): string[] {
	return markdown
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/<br>/g, '\n')
		.split('\n')
		.map((line) =>
			line
				.trim()
				.replace(/^(?:#{1,6} |> |[-*+] )/, '')
				.replace(/\\$/, '')
				.replace(/\\([!-/:-@[-`{-~])/g, '$1')
				.trim(),
		)
		.filter((line) => line !== '')
}
