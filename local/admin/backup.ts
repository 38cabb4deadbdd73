import type { AdminCommand } from '#local/admin-command.ts'
import { backUp } from '#local/backup/backup.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'

export const command: AdminCommand = {
	usage: 'FILE|DIRECTORY',
	summary: 'copies all the data to a new file, while Samsvar runs, and prints its SHA-256',
	data: 'there',
	run: async ({ args, directory, print, say }) => {
		const [target, ...rest] = args
		if (target === undefined || rest.length > 0) {
			say('Name a file that is not there yet, or a directory to put one in: backup FILE')
			return 2
		}
		if (directory === undefined) {
			say('A deployment is backed up where its database and its bucket are kept: see docs/OPERATING.md.')
			return 1
		}
		const done = await backUp(dataDirectoryAt(directory), target, { now: Date.now(), say })
		if (!done.ok) {
			say(done.reason)
			return 1
		}
		say('It holds personal data and is not encrypted. Keep it on another machine.')
		print(`${done.value.sha256}  ${done.value.file}`)
		return 0
	},
}
