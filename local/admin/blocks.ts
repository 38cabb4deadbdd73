import { readFile } from 'node:fs/promises'
import { type AdminCommand, misused } from '#local/admin-command.ts'
import { codeOf } from '#local/error-code.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'

/** The text of a file: UTF-8, UTF-16 with its mark, or what Windows saves plain text as. */
function decode(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return new TextDecoder('windows-1252').decode(bytes)
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'There is no file',
	EISDIR: 'That is a folder, not a file:',
	EACCES: 'This user may not read',
}

export const command: AdminCommand = {
	usage: 'FILE',
	summary: 'prints the title, the residue and the blocks that pasting the text of FILE gives, as JSON',
	data: 'none',
	run: async ({ args, print, say }) => {
		const [file, ...rest] = args
		if (file === undefined || rest.length > 0) return misused(say, 'Name one text file: blocks FILE')
		let bytes: Uint8Array
		try {
			bytes = await readFile(file)
		} catch (error) {
			say(`${reasons[codeOf(error)] ?? 'Cannot read'} ${file}`)
			return 2
		}
		print(JSON.stringify(blocksFromPastedText(decode(bytes)), null, 1))
		return 0
	},
}
