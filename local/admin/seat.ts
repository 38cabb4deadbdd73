import { parseArgs } from 'node:util'
import * as z from 'zod'
import { id, row, rows } from '#db/rows.ts'
import type { SeatId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { type AdminCommand, misused, refused } from '#local/admin-command.ts'
import { operators } from '#local/operators.ts'
import { seatPerson } from '#usecases/members/arrange-members.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import type { Deps, Order } from '#usecases/perform.ts'

const USAGE = `seat list SLUG                             the seats that are held, by id
seat chair SLUG --name NAME [--email ADDR]  seats a chair who is new there
seat end SLUG SEAT                          ends a chair's seat, or one that two say is theirs`

type Asked = {
	readonly what: string
	readonly slug: string
	readonly seat: string
	readonly name: string
	readonly email: string
}

/** Null: wrongly called. */
function read(args: readonly string[]): Asked | null {
	const text = { type: 'string', default: '' } as const
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { name: text, email: text },
			allowPositionals: true,
		})
		const [what = '', slug = '', seat = '', ...rest] = positionals
		const whole =
			slug !== '' &&
			rest.length === 0 &&
			(what === 'end') === (seat !== '') &&
			(what === 'chair') === (values.name !== '')
		return whole && ['list', 'chair', 'end'].includes(what) ? { what, slug, seat, ...values } : null
	} catch {
		return null
	}
}

const heldRow = row({
	id: id<SeatId>(),
	role: z.enum(ROLES),
	name: z.string(),
	association: z.string().nullable(),
	takenBackAt: z.number().nullable(),
})

async function heldSeats({ db }: Deps, slug: string) {
	const [held] = await db.read(
		rows(
			`SELECT seat.id, seat.role, seat.taken_back_at, person.name,
				(SELECT name FROM association WHERE id = seat.association_id) AS association
			FROM seat JOIN person ON person.id = seat.person_id
			WHERE seat.coalition_id = (SELECT coalition_id FROM slug WHERE slug = ?) AND seat.ended_at IS NULL
			ORDER BY association, seat.role, seat.id`,
			[slug],
			heldRow,
		),
	)
	return held
}

/** What the operator alone may do with seats: where nobody is left to seat a chair, or two say that a seat is theirs. */
export const command: AdminCommand = {
	usage: 'list|chair|end SLUG …',
	summary: 'seats or unseats a chair, or ends a seat that two say is theirs; seat alone says more',
	data: 'there',
	run: async ({ args, deps, print, say }) => {
		const asked = read(args)
		if (asked === null) return misused(say, USAGE)
		const world = await deps()
		if (asked.what === 'list') {
			for (const { id: seat, role, name, association, takenBackAt } of await heldSeats(world, asked.slug)) {
				const parts = [seat, role, association ?? 'the coalition', name, takenBackAt === null ? '' : 'taken back']
				print(parts.filter((part) => part !== '').join('  '))
			}
			return 0
		}
		const [operator] = await operators(world)
		const order = <Command>(command: Command): Order<Command> => ({
			actor: { by: 'person', id: operator.id },
			coalition: asked.slug,
			key: { value: world.newId('random'), kind: 'strict' },
			command,
		})
		const who = { kind: 'new', name: asked.name, email: asked.email, another: true } as const
		const chair = { who, associationId: null, role: 'chair', until: null, replaces: null } as const
		const done =
			asked.what === 'end'
				? await endSeat(world, order({ seatId: asked.seat as SeatId }))
				: await seatPerson(world, order(chair))
		if (!done.ok) return refused(say, `Nothing was changed. ${refusalSentence('en', done.reason)}`)
		say(
			asked.what === 'end'
				? 'The seat is ended, and those it concerns are told by mail.'
				: `${asked.name} is chair, and all associations are told by mail.`,
		)
		return 0
	},
}
