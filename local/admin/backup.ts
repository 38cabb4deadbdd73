import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { backUp } from '#local/backup/backup.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'

export const command: AdminCommand = {
	usage: 'FILE|DIRECTORY',
	summary: 'copies all the data to a new file, while Samsvar runs, and prints its SHA-256',
	data: 'there',
	run: async ({ args, directory, print, say }) => {
		const [target, ...rest] = args
		if (target === undefined || rest.length > 0)
			return misused(say, 'Name a file that is not there yet, or a directory to put one in: backup FILE')
		if (directory === undefined)
			return refused(
				say,
				'A deployment is backed up where its database and its bucket are kept: see docs/OPERATING.md.',
			)
		const done = await backUp(dataDirectoryAt(directory), target, { now: Date.now(), say })
		if (!done.ok) return refused(say, done.reason)
		say('It holds personal data and is not encrypted. Keep it on another machine.')
		print(`${done.value.sha256}  ${done.value.file}`)
		return 0
	},
}
