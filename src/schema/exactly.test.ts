import { expect, test } from 'vitest'
import * as z from 'zod'
import { exactly, type Gives } from './exactly.ts'

type Thing = { readonly word: 'a' | 'b'; readonly list: readonly string[]; readonly left?: string }

const whole = z.strictObject({ word: z.enum(['a', 'b']), list: z.array(z.string()), left: z.string().exactOptional() })
const { word, list, left } = whole.shape

test('a schema that gives another type does not compile', () => {
	const same: Gives<Thing, typeof whole> = true
	const word1 = z.strictObject({ word: z.literal('a'), list, left })
	const withoutLeft = z.strictObject({ word, list })
	const wider = z.strictObject({ word: z.string(), list, left })
	const fewer: Gives<Thing, typeof word1> = false
	const without: Gives<Thing, typeof withoutLeft> = false
	const more: Gives<Thing, typeof wider> = false
	expect([same, fewer, without, more]).toEqual([true, false, false, false])
	expect(exactly<Thing>()(whole)).toBe(whole)
})
