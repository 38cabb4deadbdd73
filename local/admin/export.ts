import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { exportCoalition } from '#local/export/export-coalition.ts'

export const command: AdminCommand = {
	usage: 'SLUG FILE',
	summary: 'writes a coalition with all that happened in it to a new file, and prints its SHA-256',
	data: 'there',
	run: async ({ args, client, directory, print, say }) => {
		const [slug, file, ...rest] = args
		if (slug === undefined || file === undefined || rest.length > 0)
			return misused(say, 'Name the coalition by its address, and a file that is not there yet: export SLUG FILE')
		const filesPath = directory && dataDirectoryAt(directory).filesPath
		const done = await exportCoalition(await client(), { slug, file, filesPath })
		if (!done.ok) return refused(say, done.reason)
		const { sha256, counts, waiting, openSecretBallots } = done.value
		const { acts, events, persons, papers, files } = counts
		say(`${file}: ${acts} acts, ${events} events, ${papers} papers, ${persons} persons, ${files ?? 'no'} files.`)
		if (files === null)
			say('Its files lie in the bucket of the deployment and are not in it. docs/EXPORT.md says how to copy them.')
		if (waiting > 0)
			say(`Notifications that wait to be mailed: ${waiting}. Where the file is imported they are not mailed.`)
		if (openSecretBallots > 0) {
			say(
				'A secret ballot is open. The file tells how it stands, and beside a later one who voted what: keep it to yourself.',
			)
		}
		say('The file holds names and addresses, and what is not published. It is not encrypted.')
		print(`${sha256}  ${file}`)
		return 0
	},
}
