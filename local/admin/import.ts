import { parseArgs } from 'node:util'
import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { importCoalition } from '#local/export/import-coalition.ts'
import { href, routes } from '#routes'

const USAGE = `Name a file that export made: import FILE [--slug NEW]

  --slug NEW  the coalition's address here, where its own is taken`

function read(args: readonly string[]): { file: string; slug: string | undefined } | undefined {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { slug: { type: 'string' } },
			allowPositionals: true,
		})
		const [file, ...rest] = positionals
		return file === undefined || rest.length > 0 ? undefined : { file, slug: values.slug }
	} catch {
		return undefined
	}
}

export const command: AdminCommand = {
	usage: 'FILE [--slug NEW]',
	summary: 'adds the coalition that export wrote to FILE, and prints its address',
	data: 'made',
	run: async ({ args, client, directory, origin, print, say }) => {
		const asked = read(args)
		if (asked === undefined) return misused(say, USAGE)
		const filesPath = directory && dataDirectoryAt(directory).filesPath
		const done = await importCoalition({ ...asked, connect: client, filesPath, folder: directory, say })
		if (!done.ok) return refused(say, done.reason)
		const { current, counts, known, erasedThere, lost } = done.value
		say(`${counts.acts} acts, ${counts.events} events, ${counts.papers} papers, ${counts.persons} persons.`)
		if (counts.files === null || (filesPath === undefined && counts.files > 0)) {
			say('Its files were not taken over. docs/EXPORT.md says how to copy them.')
		}
		if (known > 0) say(`Persons who were here already and are left as they are: ${known}.`)
		if (erasedThere > 0) say(`Of them erased where the file was made, and not here: ${erasedThere}.`)
		for (const slug of lost) say(`/${slug} leads somewhere else here, and not to this coalition.`)
		say('Nobody is signed in by it, and nobody is mailed. Cards and access tokens are made anew.')
		print(`${await origin()}${href(routes.coalition, { coalition: current })}`)
		return 0
	},
}
