import { parseArgs } from 'node:util'
import type * as z from 'zod'
import { firstValue, id } from '#db/rows.ts'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { coalitionForm } from '#features/coalition/operator-forms.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { operators } from '#local/operators.ts'
import { href, RESERVED_SLUGS, routes } from '#routes'
import { foundCoalition } from '#usecases/coalition/found-coalition.ts'
import type { Deps } from '#usecases/perform.ts'
import { validPerson } from '#usecases/person/people.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

const USAGE = `coalition create --name NAME --prefix PREFIX --chair-name NAME …

  --slug SLUG         its address, made of its name unless told
  --name NAME         what it is called
  --prefix PREFIX     what stands before the numbers of its statements, such as NSPH-SL
  --chair-name NAME   its first chair, who is new here
  --chair-email ADDR  where the chair is invited
  --language sv|en    sv unless told
  --preset PRESET     standard (unless told), board, writtenProcedure or secret
  --unlisted          leaves it out of the front page`

type Asked = z.output<typeof coalitionForm>

/** What is asked for, or what is wrong with how it is asked. */
function read(args: readonly string[]): Asked | string {
	const text = { type: 'string' } as const
	const options = {
		slug: text,
		name: text,
		prefix: text,
		'chair-name': text,
		'chair-email': text,
		language: { ...text, default: 'sv' },
		preset: { ...text, default: 'standard' },
		unlisted: { type: 'boolean', default: false },
	} as const
	try {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
		if (positionals.join(' ') !== 'create') return 'There is one thing to do with a coalition here: coalition create'
		for (const needed of ['name', 'prefix', 'chair-name'] as const) {
			if (values[needed] === undefined) return `--${needed} is missing.`
		}
		const { slug, name, prefix, language, preset } = values
		const typed = { slug, name, language, preset, seriesPrefix: prefix }
		const asked = coalitionForm.safeParse({ ...typed, chairName: values['chair-name'], email: values['chair-email'] })
		if (!asked.success) {
			return `--${asked.error.issues[0]?.path.join('.')} cannot be that.`
		}
		return { ...asked.data, settings: { ...asked.data.settings, listed: !values.unlisted } }
	} catch (error) {
		return error instanceof Error ? error.message : String(error)
	}
}

async function personIn({ db }: Deps, seatId: SeatId): Promise<PersonId> {
	const [person] = await db.read(firstValue('SELECT person_id FROM seat WHERE id = ?', [seatId], id<PersonId>()))
	if (person === null) throw new Error('a coalition was created without a chair')
	return person
}

/** What the operator's page does, by its use case. */
export const command: AdminCommand = {
	usage: 'create --name … --prefix … --chair-name …',
	summary: 'creates a coalition and prints a sign-in link for its chair; coalition create alone says more',
	data: 'made',
	run: async ({ args, deps, origin, print, say }) => {
		const asked = read(args)
		if (typeof asked === 'string') return misused(say, `${asked}\n\n${USAGE}`)
		const { slug, settings, chair } = asked
		const nothing = (reason: Rejection) => refused(say, `Nothing was created. ${refusalSentence('en', reason)}`)
		const valid = validPerson(chair)
		// Of the two names this is not the coalition's.
		if (!valid.ok)
			return nothing(
				'field' in valid.reason && valid.reason.field === 'name'
					? { ...valid.reason, field: 'chairName' }
					: valid.reason,
			)
		const world = await deps()
		const [operator] = await operators(world)
		const made = await foundCoalition(
			world,
			{
				actor: { by: 'person', id: operator.id },
				coalition: slug,
				key: { value: world.newId('random'), kind: 'strict' },
				command: { settings, chair },
			},
			RESERVED_SLUGS,
		)
		if (!made.ok) return nothing(made.reason)
		const [secret = ''] = await createLinks(world, [await personIn(world, made.value.value.seatId)], { by: 'operator' })
		const at = await origin()
		say(`${settings.name} is created: ${at}${href(routes.coalition, { coalition: slug })}`)
		if (chair.emails.some((email) => email !== '')) say(`${chair.name} is invited by mail when Samsvar runs.`)
		say(`This link signs ${chair.name} in, once and within seven days. Hand it over; there a card can be printed.`)
		print(`${at}${href(routes.signInLink, { secret }, { to: href(routes.members, { coalition: slug }) })}`)
		return 0
	},
}
