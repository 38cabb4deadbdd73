import { carried } from '#domain/amendment/carrying.ts'
import type { Choice, Collision } from '#domain/amendment/collision.ts'
import { decideAmendment } from '#domain/amendment/deciding.ts'
import { merge } from '#domain/amendment/merging.ts'
import { standsIn } from '#domain/amendment/standing-in.ts'
import type { DomainEvent } from '#domain/event.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import { wordingOf } from './amending-model.ts'
import { asWanted, type Command, consulting, type Step, written } from './amending-steps.ts'
import { chair } from './rules.ts'

/** What the chair chooses in a collision. */
function choiceOf({ late }: Step, { sides, base }: Collision): Choice {
	const by = sides.flatMap((side) => side.by)
	const all: readonly Choice[] = [{ base: true }, { side: by[0] ?? '' }, { all: by }, { text: `${base} valt` }]
	return all[late] ?? { base: true }
}

/**
 * The chair puts some of the open amendments into the text, chooses where they collide, and notes as adopted those that stand there
 * whole. What stands in the way of an amendment keeps it out.
 */
export const mergeSome: Command = (text, step) => {
	const chosen = [...text.amendments.values()].filter(
		({ state }, place) => state === 'open' && (step.which >> (place % 30)) % 2 === 0,
	)
	const there = chosen.flatMap((held) => {
		const now = carried(wordingOf(held), text.blocks)
		// One whose words stand there already asks for nothing.
		return now.ok && !standsIn(wordingOf(held), text.blocks) ? [{ held, wanted: now.blocks }] : []
	})
	if (there.length === 0) return null
	const amendments = there.map(({ held: { id }, wanted }) => ({ id, wanted }))
	const base = text.blocks.map(asWanted)
	const asked = merge(base, amendments).collisions
	const choices = Object.fromEntries(asked.map((collision) => [collision.key, choiceOf(step, collision)]))
	const wanted = merge(base, amendments, choices).pieces.flatMap(({ piece }): Wanted[] =>
		typeof piece === 'string' ? [] : [piece],
	)
	const context = text.context()
	const edited = written(text, wanted, context)
	const colliding = new Set<string>(asked.flatMap(({ sides }) => sides.flatMap(({ by }) => by)))
	const merged = there.flatMap(({ held }) => (colliding.has(held.id) ? [] : [held]))
	const events: DomainEvent[] = edited.ok ? [...edited.value.events] : []
	for (const held of edited.ok ? merged : []) {
		const decision = { versionId: held.versionId, outcome: 'adopted', note: '' } as const
		const decided = decideAmendment(chair, consulting, held, decision, context, [])
		if (!decided.ok) return { by: chair.personId, decided, refusedFor: null }
		events.push(...decided.value.events)
	}
	return {
		by: chair.personId,
		decided: edited.ok ? ok({ events }) : edited,
		refusedFor: null,
		becomes: wanted.map(({ content }) => content),
		merged,
		chosen: there.map(({ held }) => held),
	}
}
