import type { AdminCommand } from '#local/admin-command.ts'

/** npm start migrates by itself; a deployment is migrated with this before its Worker is deployed. */
export const command: AdminCommand = {
	usage: '',
	summary: 'brings the database to the present schema',
	data: 'made',
	run: async ({ client, say }) => {
		await client()
		say('The database has the present schema.')
		return 0
	},
}
