import { expect, test } from 'vitest'
import type { ActId } from '#domain/kernel/id.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { chair, coalition, contextAt, delegateOf, eventOf, SHEDO, secretary } from '#test/support/rules.ts'
import { tellByHand } from './by-hand.ts'

const untold = { actId: 'act' as ActId, notice: 'ballot', about: SHEDO } as const

test('chair and secretary note that somebody was told by hand, of what is still to be told', () => {
	for (const by of [chair, secretary]) {
		expect(eventOf('toldByHand', tellByHand(by, coalition(), untold, 'this', contextAt()))).toEqual(untold)
	}
	expect(codeOf(tellByHand(delegateOf(SHEDO), coalition(), untold, 'this', contextAt()))).toBe('notAllowed')
	expect(codeOf(tellByHand(chair, coalition(), untold, 'nothing', contextAt()))).toBe('notFound')
})

test('where something newer is to be told, nothing is noted of what was before it', () => {
	expect(granted(tellByHand(chair, coalition(), untold, 'another', contextAt())).events).toEqual([])
})
