import { makeComment } from '#domain/comment/comment.ts'
import { openConsultation } from '#domain/deciding/consultation.ts'
import { receiveInquiry } from '#domain/inquiry/handling.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { editDocument } from '#domain/statement/document.ts'
import { startStatement } from '#domain/statement/lifecycle.ts'
import { blocksOf, type ModelStatement } from './model.ts'
import { actorIn, type Step } from './model-attempt.ts'
import { nextAct } from './model-next.ts'
import { OLDER_ACTS } from './model-older.ts'
import { byChair, CHAIR, mustBeSaved, peopled } from './model-runs.ts'
import { act, type Store, type View, viewOf } from './model-store.ts'
import { DAY, inquiryFacts } from './rules.ts'

/** Some hours before the year ends, so that older statements of a year can become ones that are brought in among its numbers. */
const START = swedishInstant('2022-12-31', '18:00')

/** Nothing is numbered here in this year. */
const AFTER_NEW_YEAR = swedishInstant('2023-01-02', '09:00')

const TEXT: readonly Block[] = [
	{ kind: 'position', text: 'Stöd ska ges.' },
	{ kind: 'subPoint', text: 'Också för barn.' },
	{ kind: 'position', text: 'Arvode ska utgå.' },
	{ kind: 'paragraph', text: 'Slut.' },
]

/** All vote yes, sign as they do, and nothing is mended. */
const STEADY: Omit<Step, 'kind'> = { who: 3, apt: true, recent: true, a: 5, b: 3, c: 1, flag: true, wait: 0 }

const newest = (view: View) => [...view.statements.values()].at(-1) as ModelStatement

function started(store: Store, title: string): void {
	byChair(store, 'startStatement', (view, context) => {
		const inquiry = [...view.inquiries.values()][0] ?? null
		return startStatement(
			actorIn(view, CHAIR),
			inquiry,
			{ kind: 'response', language: 'sv', title, track: 'full' },
			context,
		)
	})
	byChair(store, 'editDocument', (view, context) => {
		const draft = { statement: newest(view).statement, blocks: blocksOf(newest(view)) }
		return editDocument(actorIn(view, CHAIR), draft, { do: 'write', blocks: TEXT }, context)
	})
}

/** The newest statement goes on its way until the next act would be of that name. */
function goneUntil(store: Store, name: string, step: Partial<Step> = {}): void {
	for (let done = 0; done < 40; done += 1) {
		const next = nextAct(viewOf(store), { ...STEADY, kind: 'next', ...step })
		if (!next) throw new Error(`nothing comes before ${name}`)
		if (next.name === name) return
		mustBeSaved(act(store, next.by, next.decide), next.name)
	}
	throw new Error(`${name} does not come`)
}

/** An older statement, and what came of its positions. */
function brought(store: Store): void {
	const step = { ...STEADY, kind: 'importOlder', a: 4, b: 0, flag: true }
	byChair(store, 'importOlder', (view, context) => OLDER_ACTS.importOlder(view, actorIn(view, CHAIR), step, context))
	byChair(store, 'recordOlderOutcomes', (view, context) =>
		OLDER_ACTS.recordOlderOutcomes(view, actorIn(view, CHAIR), { ...step, flag: false }, context),
	)
}

/** An association does not know of it, and it is brought in again. */
function contested(store: Store): void {
	const step = { ...STEADY, kind: 'contestOlder' }
	const dora = 'dora' as PersonId
	const said = act(store, dora, (view, context) => OLDER_ACTS.contestOlder(view, actorIn(view, dora), step, context))
	mustBeSaved(said, 'contestOlder')
	byChair(store, 'importOlder', (view, context) =>
		OLDER_ACTS.importOlder(view, actorIn(view, CHAIR), { ...step, a: 4, b: 0 }, context),
	)
}

/**
 * A coalition with a published statement, one that is signed and can be published, one that is commented on, and one from before
 * Samsvar. `withdrawing`: the associations have agreed to take back what is published, and a new year has begun. Otherwise the one from
 * before is contested, and brought in twice.
 */
export function afterwards(withdrawing: boolean): Store {
	const store = peopled(START - 30 * DAY, 'standard', [['dora', 'petra', 'carl'], ['dina', 'pia'], ['disa']])
	store.clock += 8 * DAY
	byChair(store, 'receiveInquiry', (view, context) => receiveInquiry(actorIn(view, CHAIR), inquiryFacts, context))
	store.clock = START
	brought(store)
	if (!withdrawing) contested(store)
	started(store, 'Ett')
	goneUntil(store, 'publish')
	const next = nextAct(viewOf(store), { ...STEADY, kind: 'next' })
	if (next) mustBeSaved(act(store, next.by, next.decide), next.name)
	if (withdrawing) goneUntil(store, 'publishAddendum', { who: 6, flag: false })
	started(store, 'Två')
	goneUntil(store, 'publish')
	started(store, 'Tre')
	byChair(store, 'openConsultation', (view, context) => {
		const { statement } = newest(view)
		return openConsultation(actorIn(view, CHAIR), statement, view.coalition, blocksOf(newest(view)), null, context)
	})
	const carl = 'carl' as PersonId
	const commented = act(store, carl, (view, context) => {
		const associationId = view.seats.find(({ personId }) => personId === carl)?.associationId ?? null
		const said = { associationId, text: 'Säg hur mycket.' }
		return makeComment(actorIn(view, carl), newest(view).statement, { all: 0, own: 0 }, null, said, context)
	})
	mustBeSaved(commented, 'makeComment')
	if (withdrawing) store.clock = AFTER_NEW_YEAR
	return store
}
