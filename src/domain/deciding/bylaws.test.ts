import { expect, test } from 'vitest'
import { PRESETS, type Quorum, quorumNeeded } from './bylaws.ts'

const needs = (quorum: Quorum, electorate: number) => quorumNeeded({ quorum, secrecy: 'rollCall' }, electorate)

test('more than half of an even number is half and one; of an odd number the larger part', () => {
	const needed = [1, 2, 3, 4, 9, 10].map((electorate) => needs({ kind: 'moreThanHalf' }, electorate))
	expect(needed).toEqual([1, 2, 2, 3, 5, 6])
})

test('a fixed quorum is no larger than the coalition', () => {
	const needed = [1, 2, 3, 9].map((electorate) => needs({ kind: 'atLeast', associations: 3 }, electorate))
	expect(needed).toEqual([1, 2, 3, 3])
})

test('in a written procedure everyone must answer', () => {
	expect([1, 9].map((electorate) => needs({ kind: 'everyone' }, electorate))).toEqual([1, 9])
})

test('each preset carries its own name, so that a frozen ballot tells which it was', () => {
	for (const [name, bylaws] of Object.entries(PRESETS)) expect(bylaws.preset).toBe(name)
})

test('a yes never carries a sign-off where the vote is secret, and silence is never consent there', () => {
	for (const bylaws of Object.values(PRESETS).filter(({ secrecy }) => secrecy === 'secret')) {
		expect(bylaws).toMatchObject({ yesCarriesSignoff: false, silenceIsConsent: false })
	}
})

test('where everyone must answer, silence cannot be consent', () => {
	for (const bylaws of Object.values(PRESETS).filter(({ quorum }) => quorum.kind === 'everyone')) {
		expect(bylaws.silenceIsConsent).toBe(false)
	}
})
