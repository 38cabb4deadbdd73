import { expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { testApp } from '#test/support/app.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { elementOf, shownLines } from '#test/support/shown-text.ts'
import { type CoalitionWorld, DAY, draftStatement, granted, openedBallot, textHashOf } from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { enterMeetingDecision } from '#usecases/deciding/open-ballot.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { makeEditorialChange } from '#usecases/signing/make-editorial-change.ts'

const TEXT: readonly Block[] = [
	{ kind: 'paragraph', text: 'Vi har två synpunkter.' },
	{ kind: 'position', text: 'Brukarrepresentanter ska vara *arvoderade*.' },
	{ kind: 'position', text: 'Föreningarna ska ha en långsiktig finansiering.' },
]

const pageOf = async (world: CoalitionWorld, path = '/nsph-stockholm/2022/1') =>
	(await testApp(world).browser().get(path)).text()
/** From the section's start to the next one's. */
const section = (page: string, id: string) =>
	page.split(/(?=<section id=|<\/main>)/).find((part) => part.startsWith(`<section id="${id}"`)) ?? ''
const beside = (page: string) => shownLines(elementOf(page, /<aside/))

/** The cells of the row that begins with the name. */
function answersOf(page: string, association: string): string[] {
	const rows = [...section(page, 'decision').matchAll(/<tr role="row"><th role="rowheader"[\s\S]*?<\/tr>/g)]
	const lines = rows.map(([row]) => shownLines(row)).find(([first]) => first === association)
	return lines?.slice(2) ?? []
}

test('votes, sign-offs, dissent and refusals are shown for each association by name', async () => {
	await using world = await createGoldenWorld()
	await publish(world, {
		blocks: TEXT,
		answers: {
			0: { dissent: { kind: 'separateOpinion', text: 'Vi vill lyfta <b>anhöriga</b>.' } },
			1: {
				choice: 'no',
				dissent: { kind: 'reservation', text: 'Första stycket.\n\nAndra stycket.' },
				declines: 'Vi delar inte synen.',
			},
			2: { choice: 'abstain' },
			3: null,
		},
	})
	const page = await pageOf(world)
	expect(answersOf(page, 'Attention Stockholms län')).toEqual(['Ja', 'Står bakom'])
	expect(answersOf(page, 'AnBo')).toEqual(['Nej', 'Står inte bakom'])
	expect(answersOf(page, 'Brukarföreningen Stockholm')).toEqual(['Avstår', 'Har inte skrivit under'])
	expect(answersOf(page, 'FMN')).toEqual(['Röstade inte', 'Har inte skrivit under'])
	expect(shownLines(section(page, 'dissent'))).toEqual([
		'Avvikande meningar',
		'Särskilt yttrande från Attention Stockholms län',
		'Vi vill lyfta <b>anhöriga</b>.',
		'Reservation från AnBo',
		'Första stycket.',
		'Andra stycket.',
		'AnBo står inte bakom texten',
		'Vi delar inte synen.',
	])
	const lines = beside(page)
	expect(lines).toContain('6 av 9 föreningar står bakom.')
	expect(lines.slice(lines.indexOf('Står inte bakom'))).toEqual([
		...['Står inte bakom', 'AnBo', 'Har inte skrivit under', 'Brukarföreningen Stockholm', 'FMN'],
		...[
			'På den här sidan',
			'Avvikande meningar',
			'Så beslutades det',
			'Citera och ladda ner',
			'Kontrollera att det är äkta',
		],
	])
	expect(section(page, 'decision')).toContain(
		'6 ja, 1 nej, 1 avstår och 1 har inte röstat, av 9 föreningar. Det behövs 4 ja för bifall.',
	)
	expect(shownLines(section(page, 'decision'))).toContain(
		'Minst 5 av 9 föreningar skulle delta. Det skulle vara fler ja än nej.',
	)
})

test('stances stand in a table of positions and associations, with their reasons', async () => {
	await using world = await createGoldenWorld()
	await publish(world, {
		blocks: TEXT,
		answers: {
			0: { stances: { 1: { stance: 'support' }, 2: { stance: 'support' } } },
			1: { stances: { 2: { stance: 'oppose', reason: 'Det räcker inte.' } } },
		},
	})
	const positions = section(await pageOf(world), 'positions')
	const rows = [...positions.matchAll(/<tr><th scope="row">[\s\S]*?<\/tr>/g)].map(([row]) =>
		shownLines(row.replaceAll('</span>', '\n')),
	)
	const silent = 'Har inte svarat'
	expect(rows).toEqual([
		['1', 'Brukarrepresentanter ska vara arvoderade.', 'Tillstyrker', ...Array(8).fill(silent)],
		['2', 'Föreningarna ska ha en långsiktig finansiering.', 'Tillstyrker', 'Avstyrker', ...Array(7).fill(silent)],
	])
	expect(positions).toContain('href="#p2"')
	expect(shownLines(positions).slice(-3)).toEqual(['Skäl', 'AnBo om ståndpunkt 2', 'Det räcker inte.'])
})

test('where nobody took a stance or dissented, nothing is said of it', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	expect(await pageOf(world)).not.toMatch(/id="positions"|id="dissent"/)
})

test('of a secret ballot only the sum is shown', async () => {
	await using world = await createGoldenWorld({ preset: 'secret' })
	await publish(world, { blocks: TEXT, answers: { 0: { choice: 'no', declines: 'Nej tack.' }, 1: {} } })
	const page = await pageOf(world)
	expect(answersOf(page, 'Attention Stockholms län')).toEqual(['Står inte bakom'])
	expect(section(page, 'decision')).toContain('8 ja, 1 nej, 0 avstår och 0 har inte röstat, av 9 föreningar.')
	expect(shownLines(section(page, 'decision')).join(' ')).toContain('Omröstningen var hemlig')
})

test('on the light track those who kept silent did not object, and have not signed', async () => {
	await using world = await createGoldenWorld()
	await publish(world, { blocks: TEXT, track: 'light', answers: { 0: null, 1: null } })
	const page = await pageOf(world)
	expect(answersOf(page, 'AnBo')).toEqual(['Röstade inte', 'Invände inte'])
	expect(answersOf(page, 'FMN')).toEqual(['Ja', 'Står bakom'])
	expect(shownLines(section(page, 'decision')).slice(0, 3)).toEqual([
		'Så beslutades det',
		'Beslutet togs',
		'Genom utskick: texten skickades till alla, och ingen invände före sista dagen',
	])
})

test('a decision taken at a meeting names the day and the minutes', async () => {
	await using world = await createGoldenWorld()
	const { deps, order, chair, members, clock } = world
	const statementId = await draftStatement(world, TEXT)
	const votes = members.map(({ associationId }) => ({ associationId, choice: 'yes' }) as const)
	const held = { heldOn: '2022-10-01', minutes: '§ 7, protokoll 2022-10-01', votes, signoffDueAt: clock.now + 3 * DAY }
	granted(await enterMeetingDecision(deps, order(chair, { statementId, ...held })))
	const textHash = await textHashOf(world, statementId)
	for (const { associationId, delegate } of members) {
		const signed = { statementId, associationId, answer: 'signed', reason: '', textHash, method: 'web' } as const
		granted(await answerSignoff(deps, order(delegate, signed)))
	}
	clock.now = swedishInstant('2022-10-14', '10:00')
	granted(await publishStatement(deps, order(chair, { statementId, textHash })))
	expect(shownLines(section(await pageOf(world), 'decision')).slice(1, 7)).toEqual([
		...['Beslutet togs', 'På ett möte', 'När', '1 oktober 2022', 'Protokoll', '§ 7, protokoll 2022-10-01'],
	])
})

test('a slip mended after the vote is told, with the day, and that everyone was asked again', async () => {
	await using world = await createGoldenWorld()
	const { deps, order, chair, members, clock, server } = world
	const statementId = await draftStatement(world, TEXT)
	const ballot = await openedBallot(world, statementId)
	for (const { associationId, delegate } of members) {
		const yes = { choice: 'yes', signs: true, dissent: null, method: 'web' } as const
		granted(await castVote(deps, order(delegate, { ...ballot, associationId, ...yes })))
	}
	granted(await closeBallot(deps, order(chair, ballot)))
	const { rows } = await server.client.execute(
		"SELECT block_id FROM block_version WHERE content LIKE '%två synpunkter%'",
	)
	const change = {
		statementId,
		blockId: String(rows[0]?.block_id) as BlockId,
		text: 'Vi har två synpunkter på det.',
		note: 'Två ord hade fallit bort.',
		signoffDueAt: clock.now + 20 * DAY,
	} as const
	granted(await makeEditorialChange(deps, order(chair, change)))
	const textHash = await textHashOf(world, statementId)
	for (const { associationId, delegate } of members) {
		const signed = { statementId, associationId, answer: 'signed', reason: '', textHash, method: 'web' } as const
		granted(await answerSignoff(deps, order(delegate, signed)))
	}
	granted(await publishStatement(deps, order(chair, { statementId, textHash })))
	const page = await pageOf(world)
	expect(shownLines(elementOf(page, /<article/))).toContain('Vi har två synpunkter på det.')
	const lines = shownLines(section(page, 'decision'))
	expect(lines.slice(lines.indexOf('Språkliga rättelser efter beslutet') + 1).slice(0, 2)).toEqual([
		'Två ord hade fallit bort. (3 oktober 2022)',
		'Föreningarna tog därefter ställning till den rättade texten på nytt.',
	])
})

test('what each association thinks of a position stands beside the whole of it, sub-points and all', async () => {
	await using world = await createGoldenWorld()
	const blocks: Block[] = [
		{ kind: 'position', text: 'Vården ska vara jämlik. Det gäller särskilt:' },
		{ kind: 'subPoint', text: 'barn och unga' },
		{ kind: 'subPoint', text: '*äldre*' },
	]
	await publish(world, { blocks, answers: { 0: { stances: { 1: { stance: 'support' } } } } })
	const lines = shownLines(section(await pageOf(world), 'positions'))
	expect(lines.join(' ')).toMatch(/Vården ska vara jämlik\. Det gäller särskilt: ?barn och unga äldre/)
})
