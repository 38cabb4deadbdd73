import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { onePerson } from '#local/person.ts'
import { href, routes } from '#routes'
import { createLinks } from '#usecases/person/sign-in-links.ts'

export const command: AdminCommand = {
	usage: 'PERSON',
	summary: 'prints a sign-in link for a person, named by id or address, good once and for seven days',
	data: 'there',
	run: async ({ args, deps, origin, print, say }) => {
		const [named, ...rest] = args
		if (named === undefined || rest.length > 0)
			return misused(say, 'Name one person by id or address: sign-in-link PERSON')
		const world = await deps()
		const person = await onePerson(world, named)
		if (!person.ok) return refused(say, person.reason)
		const [secret = ''] = await createLinks(world, [person.value.id], { by: 'operator' })
		print(`${await origin()}${href(routes.signInLink, { secret })}`)
		return 0
	},
}
