import { rebuild } from '#db/rebuild.ts'
import type { AdminCommand } from '#local/admin-command.ts'

export const command: AdminCommand = {
	usage: '',
	summary: 'makes every table that is made from events anew',
	data: 'there',
	run: async ({ alone, deps, say }) => {
		const free = await alone()
		if (!free.ok) {
			say(free.reason)
			return 1
		}
		const { db } = await deps()
		say(`Made anew from ${await rebuild(db)} events.`)
		return 0
	},
}
