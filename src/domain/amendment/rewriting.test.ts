import { expect, test } from 'vitest'
import * as z from 'zod'
import { readText, rewriteSchema } from '#local/amendment-texts.ts'
import table from '#test/fixtures/amendment/rewrite.json' with { type: 'json' }
import { type Collision, merge } from './merging.ts'
import { canRewrite } from './rewriting.ts'

const said = z.string().nullable()
const caseSchema = rewriteSchema.extend({
	name: z.string(),
	text: rewriteSchema.shape.now.optional(),
	collisions: z.array(z.strictObject({ base: z.string(), amended: said, now: said })).optional(),
	touches: z.int().optional(),
})
const cases = z.array(caseSchema).parse(table)

/** What a side says; null where its paragraph would be gone. */
const wordsBy = (who: string, { sides }: Collision) => {
	const side = sides.find(({ by }) => by.includes(who))
	return side?.outcome === 'removed' ? null : side?.words
}

test.each(cases)('$name', ({ base, amended, now, ...right }) => {
	const [stood, wanted, stands] = [readText(base), readText(amended), readText(now)]
	const made = canRewrite(stood.pieces, wanted.pieces, stands.pieces)
	const other = canRewrite(stood.pieces, stands.pieces, wanted.pieces)
	if (!made.ok) {
		const collisions = made.collisions.map((collision) => ({
			base: collision.base,
			amended: wordsBy('amended', collision),
			now: wordsBy('now', collision),
		}))
		expect(collisions).toEqual(right.collisions)
		expect(other.ok).toBe(false)
		return
	}
	expect(stands.back(made.pieces)).toEqual(right.text)
	expect(other).toMatchObject({ ok: true, pieces: made.pieces })
	if (right.touches !== undefined) expect(made.touches).toHaveLength(right.touches)
	const put = merge(stood.pieces, [{ id: 'a', wanted: wanted.pieces }])
	expect(put.pieces.map(({ piece }) => piece)).toEqual(wanted.pieces)
})
