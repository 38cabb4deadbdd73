import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { rebuild } from '#local/rebuild.ts'

export const command: AdminCommand = {
	usage: '',
	summary: 'makes every table that is made from events anew; a kill leaves the old ones',
	data: 'there',
	run: async ({ args, alone, client, directory, say }) => {
		if (args.length > 0) return misused(say, 'It is called without anything more: rebuild')
		// On a deployment others may write; here two processes would wait for each other with everything standing still.
		const free = await alone()
		if (!free.ok) return refused(say, free.reason)
		say(`Made anew from ${await rebuild(await client(), directory)} events.`)
		return 0
	},
}
