import { expect, test } from 'vitest'
import { overviewOf } from './overview.ts'

const answer = (name: string) => ({ name, signoff: 'signed', dissent: null, reason: '', stances: [] }) as const
const many = (count: number) => Array.from({ length: count }, (_, place) => answer(`Förening ${place}`))

test('where each answer is shown there is no overview', () => {
	expect(overviewOf(many(50))).toBe(null)
	expect(overviewOf(many(51))).toMatchObject({ associations: 51, signed: 51, declined: 0, silent: 0, stances: [] })
})

test('stances are counted by position, and who has not signed by answer', () => {
	const stances = [{ position: 2, stance: 'oppose' }] as const
	const answers = [
		{ ...answer('Anbo'), stances, signoff: 'silent' },
		...many(50),
		{ ...answer('Shedo'), stances: [{ position: 1, stance: 'support' }, ...stances], signoff: 'declined' },
	] as const
	expect(overviewOf(answers)).toMatchObject({
		signed: 50,
		declined: 1,
		silent: 1,
		stances: [
			{ position: 2, stance: 'oppose', count: 2 },
			{ position: 1, stance: 'support', count: 1 },
		],
		dissents: [{ name: 'Shedo' }],
		others: 0,
		named: [],
	})
})

test('ten dissents are told whole, two hundred more by name and place, and how many there are', () => {
	const declined = many(300).map((each) => ({ ...each, signoff: 'declined', reason: 'Nej.' }) as const)
	const overview = overviewOf([answer('Anbo'), ...declined])
	expect(overview?.dissents).toHaveLength(10)
	expect(overview?.dissents[0]).toEqual({ name: 'Förening 0', signoff: 'declined', dissent: null, reason: 'Nej.' })
	expect(overview).toMatchObject({ others: 290, declined: 300 })
	expect(overview?.named).toHaveLength(200)
	expect(overview?.named[0]).toEqual({ name: 'Förening 10', place: 11 })
})
