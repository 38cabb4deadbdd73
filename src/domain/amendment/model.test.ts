import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { writeWhole } from '#domain/statement/whole-text.ts'
import { COMMANDS } from '#test/support/amending-commands.ts'
import { breaches, type Told, toldOf } from '#test/support/amending-laws.ts'
import { emptyText, happen } from '#test/support/amending-model.ts'
import { STEP, type Step } from '#test/support/amending-steps.ts'
import { granted } from '#test/support/result.ts'
import { chair, STATEMENT_ID } from '#test/support/rules.ts'

const START: readonly Block[] = [
	{ kind: 'paragraph', text: 'Regionen bör införa stöd för alla senast 5 maj 2022.' },
	{ kind: 'position', text: 'Uppdrag ska vara **viktigt** arvoderade.' },
	{ kind: 'subPoint', text: 'Också resor räknas.' },
	{ kind: 'list', items: ['stöd till barn', 'stöd till unga', 'stöd till äldre'] },
	{ kind: 'paragraph', text: 'Vi tackar för att vi får svara.' },
]

/** What was done, in words; and what was told of amendments when some were put in. */
function lived(steps: readonly Step[]) {
	const text = emptyText()
	const start = granted(writeWhole(STATEMENT_ID, START, text.context().newId))
	happen(text, [start], chair.personId)
	const done: string[] = []
	const told: Told[] = []
	for (const [place, step] of steps.entries()) {
		const attempt = COMMANDS[step.what](text, step)
		if (attempt === null) continue
		const before = { blocks: text.blocks, amendments: new Map(text.amendments) }
		if (attempt.decided.ok) happen(text, attempt.decided.value.events, attempt.by)
		done.push(`${step.what} ${attempt.decided.ok ? 'granted' : attempt.decided.reason.code}`)
		expect(breaches(before, text, attempt), `after ${place + 1}: ${done.join(', ')}`).toEqual([])
		told.push(toldOf(before, text, attempt))
	}
	return { done, told }
}

test('a text and its amendments, whatever is done to them: no word is lost, each is in one state, and the history makes the text', () => {
	const done = new Map<string, number>()
	const told: Told[] = []
	fc.assert(
		fc.property(fc.array(STEP, { minLength: 10, maxLength: 40, size: 'max' }), (steps) => {
			const life = lived(steps)
			for (const what of life.done) done.set(what, (done.get(what) ?? 0) + 1)
			told.push(...life.told)
		}),
		{ numRuns: 500 },
	)
	// Nothing is shown of what was never done.
	for (const what of Object.keys(COMMANDS)) expect(done.get(`${what} granted`) ?? 0, what).toBeGreaterThan(50)
	const sum = (key: keyof Told) => told.reduce((total, each) => total + each[key], 0)
	expect(sum('left')).toBeGreaterThan(100)
	expect(sum('stillCarried') / sum('left')).toBeGreaterThan(0.98)
	expect(sum('whole')).toBeGreaterThan(100)
	expect(sum('seenToStand') / sum('whole')).toBeGreaterThan(0.97)
})
