import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BallotId } from '#domain/kernel/id.ts'
import { TOUCH, touched } from '#test/support/amending-touches.ts'
import { amendment, block, factsOf, merging } from '#test/support/merging-amendments.ts'
import { NOW, SHEDO } from '#test/support/rules.ts'
import type { Choice, Choices, OpenCollision } from './collision.ts'
import type { Mergeable } from './merge-amendments.ts'

const TEXT = [
	block('a', 'Regionen bör införa stöd för alla senast 5 maj 2022.'),
	block('b', 'Uppdrag ska vara viktigt arvoderade.'),
	block('c', 'Vi tackar för att vi får svara.'),
]
const TEXT_WANTED = TEXT.map(({ blockId, content }) => ({ blockId, content }))

/** Adopted by associations, at some hour; 0: open. */
const PROPOSED = fc.record({ touches: fc.array(TOUCH, { minLength: 1, maxLength: 3 }), adoptedAt: fc.nat(2) })

/** What a chair tries in each collision: first whatever she likes, by its number, then what is still to be had. */
const WAYS = fc.array(fc.nat(5), { minLength: 6, maxLength: 6 })

function choiceFor({ sides, held }: OpenCollision, way: number): Choice {
	const ids = sides.flatMap(({ by }) => by.slice(0, 1))
	if (way === 0) return { text: 'något helt annat' }
	if (way === 1) return { all: ids }
	if (way === 2) return { base: true }
	return { side: (way === 5 ? held[0] : undefined) ?? ids[way % ids.length] ?? '' }
}

/** Merges as somebody does who tries another choice wherever one is not taken. */
function tryingAll(amendments: readonly Mergeable[], ways: readonly number[]) {
	let choices: Choices = {}
	for (let attempt = 0; attempt < 8; attempt += 1) {
		const done = merging(amendments, { seen: TEXT, stands: TEXT, choices, note: 'Så.', letGo: true })
		if (done.ok || done.reason.code !== 'collisionsOpen') return done
		const more = done.reason.collisions.map((each, place): [string, Choice] => [
			each.key,
			choiceFor(each, attempt > 3 ? 5 : (ways[(place + attempt) % ways.length] ?? 0)),
		])
		choices = { ...choices, ...Object.fromEntries(more) }
	}
	return null
}

test('whatever is chosen where amendments collide, what associations adopted comes in as it is, but for what they adopted later', () => {
	let granted = 0
	let otherwise = 0
	fc.assert(
		fc.property(fc.array(PROPOSED, { minLength: 2, maxLength: 4 }), WAYS, (proposed, ways) => {
			const amendments = proposed.map(({ touches, adoptedAt }, index) => {
				const adopted = { state: 'adopted', decidedIn: 'ballot' as BallotId, decidedAt: NOW + adoptedAt } as const
				const wanted = touched(TEXT_WANTED, touches)
				return amendment(index + 1, SHEDO, wanted, { seen: TEXT, ...(adoptedAt > 0 && adopted) })
			})
			const done = tryingAll(amendments, ways)
			if (!done?.ok) return
			granted += 1
			for (const { amendmentId, outcome, parts } of factsOf(done)) {
				const own = amendments.find(({ id }) => id === amendmentId)
				if (own?.state !== 'adopted') {
					otherwise += outcome === 'adoptedWithChanges' ? 1 : 0
					continue
				}
				expect(parts.map(({ kind }) => kind)).not.toContain('byHand')
				const later = amendments.some(
					(each) => each !== own && each.state === 'adopted' && (each.decidedAt ?? 0) >= (own.decidedAt ?? 0),
				)
				if (!later) expect(outcome).toBe('adopted')
			}
		}),
		{ numRuns: 400 },
	)
	// Nothing is shown of what was never done.
	expect(granted).toBeGreaterThan(150)
	expect(otherwise).toBeGreaterThan(10)
})
