import { untoldQuery } from '#db/members/load-untold.ts'
import { PALETTE } from '#domain/coalition/colour.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, InquiryId, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Role } from '#domain/members/seats.ts'
import type { Block } from '#domain/statement/block.ts'
import { readImage } from '#intake/image/read.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { seedDemo } from '#local/demo/seed.ts'
import { chooseAccent, takeLogo } from '#usecases/coalition/change-settings.ts'
import { attachFile } from '#usecases/inquiry/inquiry-files.ts'
import { takeNotice } from '#usecases/inquiry/take-notice.ts'
import { addAssociation, createCoalition, endSeat, giveSeat } from '#usecases/members/manage-coalition.ts'
import { takeInRoster } from '#usecases/members/take-in-roster.ts'
import { createPerson } from '#usecases/person/people.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { makeAmendments } from './access-amendments.ts'
import { ballotOver, ballotsWithoutQuorum, decidedAtMeeting } from './access-decisions.ts'
import { makeLists } from './access-lists.ts'
import { ELSEWHERE, type Place, placeOf } from './access-place.ts'
import { makeThreads } from './access-threads.ts'
import { allRows } from './all-rows.ts'
import { fillDemonstration } from './filled-demonstration.ts'
import { PICTURES } from './pictures.ts'
import { createWorld, DAY, granted, type World } from './world.ts'

/** The member of the demonstration that has not answered anything yet: its people can still do everything. */
const QUIET = 'Sane'
const GONE = 'Shedo'
/** One that says its vote was not entered rightly. */
const OTHER = 'Attention Stockholms län'

/** Who is there, by whom routes are tried. */
export type AccessPeople = {
	readonly here: Readonly<Record<Role, PersonId>>
	readonly elsewhere: Readonly<Record<Role, PersonId>>
	readonly seatless: PersonId
	/** A delegate who was removed. */
	readonly gone: PersonId
}

export type AccessMade = { readonly world: World; readonly place: Place; readonly people: AccessPeople }

/** The demonstration, with much that can be done in it, and everybody who might try its doors. */
export async function makeAccessWorld(): Promise<AccessMade> {
	const world = await createWorld(swedishInstant('2026-11-24', '10:00'), 'always')
	const people = await seedDemo(world.deps)
	const order: World['order'] = (person, command) => world.order(person, command, undefined, DEMO_SLUG)
	const chair = idOf(people.find(({ role }) => role === 'chair'))
	const delegateOf = (name: string) =>
		idOf(people.find(({ role, association }) => role === 'delegate' && association === name))

	const associations = await allRows(world.server.client, 'SELECT id, name FROM association')
	const associationOf = (name: string) => String(associations.find((row) => row.name === name)?.id) as AssociationId
	const quiet = associationOf(QUIET)
	const seat = async (role: Role, called = 'Nils', associationId = quiet) => {
		const personId = granted(await createPerson(world.deps, { name: `${called} ${role}`, emails: [] }))
		const given = { personId, associationId, role, from: world.clock.now, until: null, invite: false }
		granted(await giveSeat(world.deps, order(chair, given)))
		return personId
	}
	// Seated before the demonstration's ballot opened, so that they vote in it.
	const today = world.clock.now
	world.clock.now -= 30 * DAY
	const here: Record<Role, PersonId> = {
		contributor: await seat('contributor'),
		deputy: await seat('deputy'),
		delegate: delegateOf(QUIET),
		secretary: idOf(people.find(({ role }) => role === 'secretary')),
		chair,
	}
	for (let spare = 0; spare < 7; spare += 1) await seat('contributor', 'Tillfällig')
	// Who is left to answer when the delegate is gone.
	await seat('deputy', 'Kvar', associationOf(GONE))
	world.clock.now = today
	const [left] = await allRows(world.server.client, 'SELECT id FROM seat WHERE person_id = ?', [delegateOf(GONE)])
	granted(await endSeat(world.deps, order(chair, { seatId: String(left?.id) as SeatId })))
	const elsewhere = await anotherCoalition(world)
	const seatless = granted(await createPerson(world.deps, { name: 'Stina Utan', emails: ['stina@example.org'] }))

	// So that cards can be printed for them.
	await world.db.write(["DELETE FROM address WHERE person_id IN (SELECT person_id FROM seat WHERE role = 'delegate')"])
	const spare = await writeTexts(world, chair)
	// First, as it closes what is over.
	const failed = await ballotsWithoutQuorum(world, chair)
	const over = await ballotOver(world, chair)
	const met = await decidedAtMeeting(world, chair, {
		associationId: associationOf(OTHER),
		delegate: delegateOf(OTHER),
	})
	await bringLetters(world, chair)
	const { client } = world.server
	const [draft] = await allRows(client, "SELECT id FROM statement WHERE stage = 'drafting' AND id <> ?", [spare])
	const threads = await makeThreads({ ...world, order }, String(draft?.id) as StatementId, here, quiet)
	const letter = { kind: 'letter', language: 'sv', title: 'Ett yrkat brev', track: 'full', inquiryId: null } as const
	const { statementId: amended } = granted(await startStatement(world.deps, order(chair, letter))).value
	const drafts = { draft: String(draft?.id) as StatementId, amended }
	const amendments = await makeAmendments(world, drafts, here, quiet, {
		associationId: associationOf(OTHER),
		delegate: delegateOf(OTHER),
	})
	// What every page is dressed in.
	granted(await chooseAccent(world.deps, order(chair, { colour: PALETTE.plum })))
	granted(await takeLogo(world.deps, order(chair, { open: () => readImage(PICTURES.png), alt: 'Två ringar' })))
	const [dressed] = await allRows(client, "SELECT logo ->> 'sha256' AS sha256 FROM coalition WHERE logo IS NOT NULL")
	// Which can leave, as none of those can that are asked something for longer than leaving takes.
	for (const name of ['Nykomna', 'Nykomnare', 'Nykomnast']) {
		const { associationId } = granted(await addAssociation(world.deps, order(chair, { name, area: '' }))).value
		await seat('delegate', name, associationId)
	}
	const list = { text: 'Listade föreningen;Lo Listad;;Medarbetare', columns: [], mark: null }
	const { first } = granted(await takeInRoster(world.deps, order(chair, list))).value
	await fillDemonstration(world, chair)
	const lists = await makeLists(world, chair, { associationId: associationOf(OTHER), delegate: delegateOf(OTHER) })
	const [untold] = await world.db.read(untoldQuery(DEMO_SLUG, world.clock.now))
	return {
		world,
		place: {
			...(await placeOf(world, quiet, { spare, over, met, amended, ...failed }, lists)),
			lost: String(left?.id),
			roster: first,
			// Which nothing else that is tried here makes others of.
			untold: untold.filter(({ notice }) => notice === 'signoff'),
			logo: `${dressed?.sha256}.png`,
			threads,
			amendments,
		},
		people: { here, elsewhere, seatless, gone: delegateOf(GONE) },
	}
}

const idOf = (found: { readonly id: PersonId } | undefined): PersonId => {
	if (!found) throw new Error('the demonstration lacks somebody')
	return found.id
}

/** Many paragraphs for the draft, so that everyone has one of their own to try; and a draft more. */
async function writeTexts({ deps, server, order }: World, chair: PersonId): Promise<StatementId> {
	const [draft] = await allRows(server.client, "SELECT id FROM statement WHERE stage = 'drafting'")
	const write = async (statementId: StatementId, count: number, last: readonly Block[] = []) => {
		const paragraphs = Array.from(
			{ length: count },
			(_, index): Block => ({ kind: 'paragraph', text: `Stycke ${index}.` }),
		)
		const blocks = [...paragraphs, ...last]
		const edit = { do: 'write', blocks } as const
		granted(await editDocument(deps, order(chair, { statementId, edit }, undefined, DEMO_SLUG)))
	}
	const drafting = String(draft?.id) as StatementId
	await write(drafting, 40, [{ kind: 'position', text: 'Vi vill bli hörda.' }])
	for (let index = 0; index < 10; index += 1) {
		const edit = { do: 'add', blocks: [{ kind: 'paragraph', text: `Tillagt ${index}.` }], after: null } as const
		granted(await editDocument(deps, order(chair, { statementId: drafting, edit }, undefined, DEMO_SLUG)))
	}
	const spare = { kind: 'letter', language: 'sv', title: 'Ett brev', track: 'full', inquiryId: null } as const
	const { statementId } = granted(await startStatement(deps, order(chair, spare, undefined, DEMO_SLUG))).value
	await write(statementId, 1)
	return statementId
}

/** Five of each. */
async function bringLetters({ deps, server, order }: World, chair: PersonId): Promise<void> {
	const [inquiry] = await allRows(server.client, "SELECT id FROM inquiry WHERE status = 'received'")
	const inquiryId = String(inquiry?.id) as InquiryId
	const text = `Socialdepartementet\n\nRemiss av God vård (SOU 2026:19)\n\nDiarienummer: S2026/01127\n\nSvara senast den 1 februari 2027, eller senast den 1 mars 2027. Skicka svaret till svar@example.org.`
	for (let index = 0; index < 5; index += 1) {
		const bytes = new TextEncoder().encode(`${text} ${index}`)
		const file = {
			name: `missiv ${index}.txt`,
			mediaType: 'text/plain',
			bytes: [bytes],
			text: `${text} ${index}`,
			gap: null,
		} as const
		const leftOut = [{ name: 'karta.png', why: 'otherKind' as const }]
		const letter = { how: 'mail' as const, open: () => ok({ title: 'Remiss', files: [file], leftOut }) }
		granted(await takeNotice(deps, order(chair, letter, undefined, DEMO_SLUG)))
		granted(await attachFile(deps, order(chair, { inquiryId, open: () => ok(file) }, undefined, DEMO_SLUG)))
	}
}

async function anotherCoalition({ deps, order, operator, clock }: World): Promise<Record<Role, PersonId>> {
	const person = async (name: string) => granted(await createPerson(deps, { name, emails: [] }))
	const chair = await person('Annika Annanstans')
	const settings = {
		name: 'En annan samverkan',
		seriesPrefix: 'ANN',
		preset: 'standard',
		language: 'sv',
		listed: true,
	} as const
	granted(await createCoalition(deps, order(operator, { settings, demo: false, chair }, undefined, ELSEWHERE), []))
	const { associationId } = granted(
		await addAssociation(deps, order(chair, { name: 'Föreningen där', area: '' }, undefined, ELSEWHERE)),
	).value
	const seated = async (role: Role) => {
		const personId = await person(`${role} annanstans`)
		const coalitionRole = role === 'secretary'
		const given = {
			personId,
			associationId: coalitionRole ? null : associationId,
			role,
			from: clock.now,
			until: null,
			invite: false,
		}
		granted(await giveSeat(deps, order(chair, given, undefined, ELSEWHERE)))
		return personId
	}
	return {
		contributor: await seated('contributor'),
		deputy: await seated('deputy'),
		delegate: await seated('delegate'),
		secretary: await seated('secretary'),
		chair,
	}
}
