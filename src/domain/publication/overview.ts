import type { Dissent } from '#domain/deciding/ballot.ts'
import type { StanceChoice } from '#domain/deciding/stance.ts'

/** Most associations whose answers a statement's own page shows one by one; of more it shows what they come to. */
const EACH = 50

/** How many dissents an overview has whole, and how many more by name. */
const WHOLE = 10
const NAMED = 200

/** What an association in a record answered, as far as an overview tells it. */
type Answer = {
	readonly name: string
	readonly signoff: 'signed' | 'declined' | 'silent'
	readonly dissent: Dissent | null
	readonly reason: string
	readonly stances: readonly { readonly position: number; readonly stance: StanceChoice }[]
}

/** What the answers in a record come to, where there are too many to be shown one by one. */
export type Overview = {
	readonly associations: number
	readonly signed: number
	readonly declined: number
	readonly silent: number
	/** How many took which stance on a position, by its number in the text. */
	readonly stances: readonly { readonly position: number; readonly stance: StanceChoice; readonly count: number }[]
	/** The first that published something against the text or beside it. */
	readonly dissents: readonly Pick<Answer, 'name' | 'signoff' | 'dissent' | 'reason'>[]
	/** How many more did; and the first of them, with their places among the record's associations, counted from 0. */
	readonly others: number
	readonly named: readonly { readonly name: string; readonly place: number }[]
}

/** Whether an association wrote a reservation, a separate opinion, or why it does not stand behind the text. */
export const dissents = ({ dissent, signoff }: Pick<Answer, 'dissent' | 'signoff'>): boolean =>
	dissent !== null || signoff === 'declined'

/** Null where there are so few answers that each is shown. */
export function overviewOf(answers: readonly Answer[]): Overview | null {
	if (answers.length <= EACH) return null
	const counts = { signed: 0, declined: 0, silent: 0 }
	const taken = new Map<number, Map<StanceChoice, number>>()
	for (const { signoff, stances } of answers) {
		counts[signoff] += 1
		for (const { position, stance } of stances) {
			const of = taken.get(position) ?? new Map<StanceChoice, number>()
			taken.set(position, of.set(stance, (of.get(stance) ?? 0) + 1))
		}
	}
	const dissenting = answers.flatMap((answer, place) => (dissents(answer) ? [{ ...answer, place }] : []))
	const others = dissenting.slice(WHOLE)
	return {
		associations: answers.length,
		...counts,
		stances: [...taken].flatMap(([position, of]) => [...of].map(([stance, count]) => ({ position, stance, count }))),
		dissents: dissenting
			.slice(0, WHOLE)
			.map(({ name, signoff, dissent, reason }) => ({ name, signoff, dissent, reason })),
		others: others.length,
		named: others.slice(0, NAMED).map(({ name, place }) => ({ name, place })),
	}
}
