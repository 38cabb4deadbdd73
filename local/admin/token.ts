import { parseArgs } from 'node:util'
import * as z from 'zod'
import { values } from '#db/rows.ts'
import { SCOPES } from '#domain/kernel/act.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { onePerson } from '#local/person.ts'
import type { Deps } from '#usecases/perform.ts'
import { createToken } from '#usecases/person/tokens.ts'

const USAGE = 'token PERSON [--coalition SLUG] [--scopes read,write,vote,publish,admin] [--days 90] [--name TEXT]'

type Asked = {
	readonly person: string
	readonly coalition: string | undefined
	readonly scopes: readonly (typeof SCOPES)[number][]
	readonly days: number
	readonly name: string
}

/** Null: wrongly called. */
function read(args: readonly string[]): Asked | null {
	const options = {
		coalition: { type: 'string' },
		scopes: { type: 'string', default: SCOPES.join(',') },
		days: { type: 'string', default: '90' },
		name: { type: 'string', default: 'admin' },
	} as const
	try {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
		const [person, ...rest] = positionals
		const scopes = z.array(z.enum(SCOPES)).safeParse(values.scopes.split(','))
		if (person === undefined || rest.length > 0 || !scopes.success) return null
		return { person, coalition: values.coalition, scopes: scopes.data, days: Number(values.days), name: values.name }
	} catch {
		return null
	}
}

/** Slugs of the coalitions that the person has a seat in. */
async function coalitionsOf({ db }: Deps, person: PersonId): Promise<string[]> {
	const [slugs] = await db.read(
		values(
			`SELECT DISTINCT slug FROM slug JOIN seat USING (coalition_id)
				WHERE person_id = ? AND ended_at IS NULL AND current = 1 ORDER BY slug`,
			[person],
			z.string(),
		),
	)
	return slugs
}

export const command: AdminCommand = {
	usage: 'PERSON [--coalition SLUG] …',
	summary: 'prints an access token for the API in the name of a person; --scopes, --days and --name too',
	data: 'there',
	run: async ({ args, deps, print, say }) => {
		const asked = read(args)
		if (asked === null) return misused(say, USAGE)
		const world = await deps()
		const person = await onePerson(world, asked.person)
		if (!person.ok) return refused(say, person.reason)
		const own = await coalitionsOf(world, person.value.id)
		const coalition = asked.coalition ?? (own.length === 1 ? own[0] : undefined)
		if (coalition === undefined)
			return refused(say, own.length === 0 ? 'The person has no seat.' : `Choose with --coalition: ${own.join(', ')}`)
		const made = await createToken(world, { by: 'person', id: person.value.id }, { ...asked, coalition })
		if (!made.ok) return refused(say, refusalSentence('en', made.reason))
		print(made.value.secret)
		return 0
	},
}
