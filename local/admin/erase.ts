import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { onePerson } from '#local/person.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'

/** Said after the person, since nothing brings them back. */
const FOR_GOOD = '--for-good'

export const command: AdminCommand = {
	usage: `PERSON ${FOR_GOOD}`,
	summary:
		'erases the name, addresses and ways in of a person, named by id or address; what they did stands, by nobody',
	data: 'there',
	run: async ({ args, deps, print, say }) => {
		const [named, how, ...rest] = args
		if (named === undefined || how !== FOR_GOOD || rest.length > 0)
			return misused(say, `Name one person by id or address, and say that it is for good: erase PERSON ${FOR_GOOD}`)
		const world = await deps()
		const person = await onePerson(world, named)
		if (!person.ok) return refused(say, person.reason)
		await erasePerson(world, person.value.id)
		print(person.value.id)
		say('Erased. Note the id apart from your backups: what is restored from one names them again.')
		return 0
	},
}
