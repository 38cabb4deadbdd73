import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { restore } from '#local/backup/restore.ts'

export const command: AdminCommand = {
	usage: 'FILE',
	summary: 'makes data of a backup, in a directory that is empty or not there',
	data: 'none',
	run: async ({ args, directory, print, say }) => {
		const [file, ...rest] = args
		if (file === undefined || rest.length > 0 || directory === undefined)
			return misused(say, 'Name a file that backup made, and where the data is to be: restore FILE --data DIR')
		say(`Checking ${file} …`)
		const done = await restore(file, directory, Date.now())
		if (!done.ok) return refused(say, done.reason)
		const { files, migrated, tokens, cards, waiting } = done.value
		say(`Restored, with ${files} files. Everybody signs in anew.`)
		if (migrated > 0) say(`It was made by an older Samsvar, and is of the present schema now: ${migrated} migrations.`)
		if (tokens > 0) say(`Access tokens that were good and are not any more: ${tokens}. Their owners make new ones.`)
		if (cards > 0) say('For them to let in, code-keys from beside the old database must lie in the new directory.')
		if (cards > 0)
			say(`Printed cards that let in, also those taken back since: ${cards}. Print new ones in their place.`)
		if (waiting > 0)
			say(`Notifications that waited when the backup was made, and are delivered when Samsvar runs: ${waiting}.`)
		print(directory)
		return 0
	},
}
