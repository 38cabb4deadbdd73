import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { rebuild } from '#local/rebuild.ts'

export const command: AdminCommand = {
	usage: '',
	summary: 'makes every table that is made from events anew; a kill leaves the old ones',
	data: 'there',
	run: async ({ args, alone, client, directory, say }) => {
		if (args.length > 0) return misused(say, 'It is called without anything more: rebuild')
		// A deployment cannot be asked to stop. Here it can, so that what is made anew was not written by one that errs.
		const free = await alone()
		if (!free.ok) return refused(say, free.reason)
		say(`Made anew from ${await rebuild(await client(), directory)} events.`)
		return 0
	},
}
