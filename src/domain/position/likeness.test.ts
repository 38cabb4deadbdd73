import { expect, test } from 'vitest'
import { type Likeness, likeness, likenesses } from './likeness.ts'

/** What is said of two positions, in Swedish and English. Null: nothing. */
const CASES: readonly (readonly [one: string, other: string, kind: Likeness['kind'] | null])[] = [
	// The same, as it stands, in other forms and in another order.
	[
		'Brukarorganisationer ska ha långsiktig finansiering.',
		'Brukarorganisationer ska ha långsiktig finansiering.',
		'repeats',
	],
	[
		'Brukarorganisationernas finansiering ska vara långsiktig.',
		'Brukarorganisationer ska få långsiktig finansiering.',
		'repeats',
	],
	['Regionen ska betala resor till vården.', 'Resorna till vården ska betalas av regionen.', 'repeats'],
	['Regionen ska BETALA resor, till vården!', 'regionen betalar resor till vården', 'repeats'],
	['Peer support should have long-term funding.', 'Long-term funding for peer support.', 'repeats'],
	['Regions must fund user organisations.', 'User organisations should be funded by the regions.', 'repeats'],
	// A short one that stands in a longer.
	[
		'Regionen ska betala resor till vården.',
		'Regionen ska betala resor till vården för alla som är under arton år och deras anhöriga.',
		'repeats',
	],
	// A negation in one of them.
	['Patienter ska tvångsvårdas i hemmet.', 'Patienter ska inte tvångsvårdas i hemmet.', 'contradicts'],
	['Kommunen ska aldrig ta ut avgift för stödet.', 'Kommunen ska ta ut avgift för stödet.', 'contradicts'],
	['Ingen avgift för stödboende i kommunen.', 'Avgift för stödboende i kommunen.', 'contradicts'],
	[
		'Data should be shared without consent of patients.',
		'Data should be shared with consent of patients.',
		'contradicts',
	],
	['Patients must not pay for transport.', 'Patients must pay for transport.', 'contradicts'],
	// In both, or twice in one.
	['Patienter ska inte betala för resor.', 'Patienten ska aldrig betala för resor.', 'repeats'],
	// Two of one alone may undo each other, or deny two things.
	['Utan avgift ska ingen patient nekas vård i regionen.', 'Avgift, patient, nekas, vård i regionen.', 'alike'],
	[
		'Brukare ska aldrig vara utsedda av sina föreningar och inte vara arvoderade.',
		'Brukare ska vara utsedda av sina föreningar och vara arvoderade.',
		'alike',
	],
	[
		'Users must not be appointed by associations and never be paid.',
		'Users must be appointed by associations and be paid.',
		'alike',
	],
	// Opposites.
	['Regionen ska öka antalet vårdplatser.', 'Regionen ska minska antalet vårdplatser.', 'contradicts'],
	['Vi tillstyrker förslaget om samsjuklighet.', 'Vi avstyrker förslaget om samsjuklighet.', 'contradicts'],
	['Åldersgränsen för bidraget ska höjas.', 'Åldersgränsen för bidraget ska sänkas.', 'contradicts'],
	['Brukarråd ska vara obligatoriska i kommuner.', 'Brukarråd ska vara frivilliga i kommuner.', 'contradicts'],
	['Karensdagen i försäkringen ska behållas.', 'Karensdagen i försäkringen ska avskaffas.', 'contradicts'],
	['The age limit for support should be raised.', 'The age limit for support should be lowered.', 'contradicts'],
	['Regions should increase funding of peer support.', 'Regions should reduce funding of peer support.', 'contradicts'],
	[
		'User councils should be mandatory in municipalities.',
		'User councils should be voluntary in municipalities.',
		'contradicts',
	],
	// Two that have one opposite say the same.
	['Karensdagen i försäkringen ska behållas.', 'Karensdagen i försäkringen ska införas.', 'repeats'],
	// Not to lower: as far as words go, to raise.
	['Bidraget till föreningar ska inte minskas.', 'Bidraget till föreningar ska ökas.', 'repeats'],
	['Funding for associations must not be reduced.', 'Funding for associations must be increased.', 'repeats'],
	// Other matters, or too few words to tell.
	['Regionen ska betala resor till vården.', 'Staten ska stödja forskning om suicid.', null],
	['Vi tillstyrker förslaget.', 'Vi avstyrker förslaget.', null],
	['Vården ska vara jämlik.', 'Vården ska vara nära.', null],
	['Schools need counsellors.', 'Prisons need counsellors and staff.', null],
	['', 'Regionen ska betala resor.', null],
	['inte', 'aldrig', null],
	['Regionen ska betala resor till vården.', 'The region should pay for transport.', null],
]

test.each(CASES)('%s / %s', (one, other, kind) => {
	expect(likeness(one, other)?.kind ?? null).toBe(kind)
	// Whichever was there first.
	expect(likeness(other, one)?.kind ?? null).toBe(kind)
})

test('a word as long as a whole position is compared as it stands', () => {
	const long = 's'.repeat(15_000)
	expect(likeness(`Regionen betalar resor ${long}`, `Regionerna betala resan ${long}`)?.shared).toContain(long)
	expect(likeness(`Regionen betalar resor ${long}`, `Regionen betalar resor ${long}s`)?.shared).toHaveLength(3)
})

test('it says which words it rests on', () => {
	expect(
		likeness('Regionen ska öka antalet vårdplatser.', 'Antalet vårdplatser i regionen ska minskas.'),
	).toMatchObject({
		kind: 'contradicts',
		shared: ['regionen', 'öka', 'antalet', 'vårdplatser'],
		opposed: ['öka – minskas'],
	})
	expect(likeness('Patienter ska inte betala resor.', 'Patienter ska betala resor.')?.opposed).toEqual(['inte'])
	const twice = likeness('Patienter ska inte betala resor och aldrig mat.', 'Patienter ska betala resor och mat.')
	expect(twice?.opposed).toEqual(['inte', 'aldrig'])
})

test('of many in the bank those that are most like are told, and few of them', () => {
	const bank = ['Regionen ska betala resor.', 'Regionen ska betala resor till vården.', 'Något helt annat här.'].map(
		(text) => ({
			text,
		}),
	)
	const many = Array.from({ length: 20 }, () => ({ text: 'Regionen ska betala alla resor och mat.' }))
	const [found = []] = likenesses(['Regionen ska betala resor till vården.'], [...bank, ...many])
	expect(found.map(({ adopted }) => adopted.text).slice(0, 2)).toEqual([bank[1]?.text, bank[0]?.text])
	expect(found).toHaveLength(3)
	expect(likenesses([], bank)).toEqual([])
})
