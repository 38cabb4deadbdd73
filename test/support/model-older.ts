import { swedishYear } from '#domain/kernel/calendar.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { contestOlder, takeBackOlderContest } from '#domain/publication/contesting-older.ts'
import { correctOlder, importOlder, removeOlder } from '#domain/publication/importing.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import { correctOlderOutcomes, recordOlderOutcomes } from '#domain/publication/older-outcomes.ts'
import { type DocumentOutcomes, POSITION_OUTCOMES } from '#domain/publication/outcome.ts'
import type { OutcomesRead } from '#domain/publication/outcomes.ts'
import { marksOf, type OlderWord } from '#domain/publication/same-older.ts'
import type { Block } from '#domain/statement/block.ts'
import { type Attempt, associationFor, NOTHING, nth, type Step } from './model-attempt.ts'
import type { View } from './model-store.ts'

const position = (text: string): Block => ({ kind: 'position', text })
const stress: Block = { kind: 'subPoint', text: 'Också för barn.' }

/** Texts that have positions in common, in other places, and in other words. */
const TEXTS: readonly (readonly Block[])[] = [
	[position('Stöd ska ges.'), position('Arvode ska utgå.')],
	[position('Arvode ska utgå.'), position('Stöd ska ges.')],
	[position('Stöd ska ges.'), stress, position('Arvode ska utgå.')],
	[position('Stöd ska inte ges.'), position('Arvode ska utgå.')],
	[position('Stöd ska ges.')],
	[{ kind: 'paragraph', text: 'Vi har inget att invända.' }],
]

const contentOf = ({ b, c }: Step): OlderContent => ({
	...{ title: `Svar på strategi ${c % 2}`, language: 'sv', kind: 'response', files: [], standsBehind: 'Alla.' },
	decidedOn: nth(['2017', '2017-05', '2017-05-03', '2017', '2099', '2023-01-01'], c) ?? '2017',
	inquiry: { title: 'Strategi', sender: 'Socialdepartementet', references: '' },
	blocks: nth(TEXTS, b) ?? [],
})

/** Mostly the one that was brought in last. */
const olderFor = ({ after }: View, { a }: Step) => {
	const all = [...after.older.values()]
	return a > 1 ? all.at(-1) : nth(all, a)
}

type OnOlder = (older: NonNullable<ReturnType<typeof olderFor>>, ...rest: Parameters<Attempt>) => ReturnType<Attempt>

const onOne =
	(attempt: OnOlder): Attempt =>
	(view, actor, step, context) => {
		const older = olderFor(view, step)
		return older ? attempt(older, view, actor, step, context) : NOTHING
	}

/** What a document tells of two positions, one of which may not be there, or be the other. */
export function readIn({ b, c, flag }: Step): OutcomesRead {
	const outcome = nth(POSITION_OUTCOMES, c) ?? 'heeded'
	const told = (number: number) => ({ number, outcome, page: '12', note: '' })
	return {
		document: { kind: 'report', title: `Betänkande ${b}`, url: '', datedOn: b > 4 ? '2099-01-01' : '2020-05-03' },
		outcomes: flag ? [told((b % 3) + 1)] : [told(1), told(2)].slice(c === 5 ? 2 : 0),
	}
}

export const documentFor = (documents: readonly DocumentOutcomes[] | undefined, { a }: Step) =>
	a > 2 ? documents?.at(-1) : nth(documents ?? [], a)

/** What associations said last of each. */
const wordsIn = ({ after }: View): OlderWord[] =>
	[...after.older.values()].flatMap(({ id: olderId, year, content, contests }) =>
		[...contests].flatMap(([associationId, { standing, reason, seatId, at, of, from }]) => {
			if (!standing && from !== null) return []
			const marks = (standing ? [of, content] : [of]).map((each) => marksOf(year, each))
			return [{ olderId, associationId, standing, reason, seatId, at, carriedFrom: from, marks }]
		}),
	)

const reasonIn = ({ c }: Step) => (c === 0 ? ' ' : 'Avskrivet fel.')

/** What is tried with statements from before Samsvar. */
export const OLDER_ACTS = {
	importOlder: (view, actor, step, context) => {
		const year = (nth([0, 0, 0, -1, -1, 1], step.a) ?? 0) + swedishYear(view.now)
		const number = step.flag ? null : (nth([0, 1, 2, 3, 2, 1], step.b) ?? 1)
		const published = [...view.statements.values()].flatMap(({ publication }) =>
			publication?.year === year ? [publication.number] : [],
		)
		const places = [...view.after.older.values()].filter((each) => each.year === year).map(({ place }) => place)
		const taken = { first: published.length === 0 ? null : Math.min(...published), places }
		return importOlder(
			actor,
			view.coalition,
			{ taken, contests: wordsIn(view) },
			{ year, number, content: contentOf(step) },
			context,
		)
	},
	correctOlder: onOne((older, view, actor, step, context) => {
		const known = {
			members: view.coalition.associations,
			documents: view.after.documents.get(older.id) ?? [],
			contests: wordsIn(view),
		}
		return correctOlder(actor, older, known, { content: contentOf(step), reason: reasonIn(step) }, context)
	}),
	removeOlder: onOne((older, { coalition }, actor, step, context) =>
		removeOlder(actor, older, coalition.associations, { reason: reasonIn(step) }, context),
	),
	contestOlder: onOne((older, view, actor, step, context) => {
		const associationId = associationFor(view, actor, step)
		const said = { older, current: older.contests.get(associationId) ?? null }
		return contestOlder(actor, said, { associationId, reason: nth(['', 'Nej.', 'Kanske.'], step.c) ?? '' }, context)
	}),
	takeBackOlderContest: onOne((older, view, actor, step, context) => {
		const standing = [...older.contests].filter(([, { standing }]) => standing).map(([id]) => id)
		const own = standing.find((id) => actor.seats.some((seat) => seat.associationId === id))
		const associationId: AssociationId = own ?? nth(standing, step.b) ?? associationFor(view, actor, step)
		const said = { older, current: older.contests.get(associationId) ?? null }
		return takeBackOlderContest(actor, said, { associationId }, context)
	}),
	recordOlderOutcomes: onOne((older, { coalition }, actor, step, context) =>
		recordOlderOutcomes(actor, { older, members: coalition.associations }, readIn(step), context),
	),
	correctOlderOutcomes: onOne((older, { coalition, after }, actor, step, context) => {
		const before = documentFor(after.documents.get(older.id), step)
		const followed = { older, members: coalition.associations }
		return before ? correctOlderOutcomes(actor, followed, before, readIn(step), context) : NOTHING
	}),
} satisfies Record<string, Attempt>
