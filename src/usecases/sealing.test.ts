import { expect, test } from 'vitest'
import { newSalt } from '#db/new-salt.ts'
import { planPublication } from '#domain/publication/publication.ts'
import { leafOf, sha256 } from '#test/support/check-record.ts'
import { granted } from '#test/support/result.ts'
import { ANBO, ballot, chair, coalition, NOW, SHEDO, signing, signoff, TILIA, version } from '#test/support/rules.ts'
import { sealRecord, sealText } from './sealing.ts'

const outcome = { yes: 3, no: 0, abstain: 0, silent: 0, electorate: 3, quorum: 2, result: 'adopted' } as const
const signoffs = [signoff(SHEDO), signoff(ANBO), signoff(TILIA, { answer: 'declined', reason: 'skrivet: varför inte' })]
const record = granted(
	planPublication(
		chair,
		{
			coalition: coalition(),
			signing: signing({ signoffs, ballot: ballot({ closedAt: NOW, outcome, urgent: 'skrivet: bråttom' }) }),
			blocks: [version('Text.')],
			salts: { title: '0', blocks: ['1'] },
			votes: [{ associationId: ANBO, choice: 'no', dissent: { kind: 'reservation', text: 'skrivet: reservation' } }],
			stances: [{ associationId: SHEDO, position: 1, stance: 'oppose', reason: 'skrivet: kostar', stale: false }],
			meeting: { heldOn: '2022-10-10', minutes: 'skrivet: § 7' },
			editorialChanges: [{ note: 'skrivet: rättat', at: NOW }],
			inquiry: { title: 'skrivet: vård', sender: 'skrivet: Eva Ek', references: 'skrivet: S2020' },
			lastNumber: 0,
			position: 1,
		},
		'hash',
		NOW,
	),
).record

test('what people wrote in a record stands there by leaves alone, each under a salt of its own', async () => {
	const { bytes, hash, revealed } = await sealRecord(record, newSalt)
	expect(hash).toBe(sha256(bytes))
	expect(bytes).not.toContain('skrivet')
	const written = Object.values(revealed).map(({ value }) => value)
	expect(written.toSorted()).toEqual(
		JSON.stringify(record)
			.match(/skrivet: [^"]+/g)
			?.toSorted(),
	)
	expect(written).toHaveLength(9)
	for (const [leaf, { salt, value }] of Object.entries(revealed)) {
		expect(salt).toMatch(/^[0-9a-f]{32}$/)
		expect(leaf).toBe(leafOf(salt, value))
		expect(bytes).toContain(`"${leaf}"`)
	}
	expect(new Set(Object.values(revealed).map(({ salt }) => salt)).size).toBe(9)
	// Nothing was written where nothing stands.
	expect(JSON.parse(bytes).associations[0].reason).toBe('')
})

test('the same text gets the same hash under the same salts, and another under others', async () => {
	const text = { title: 'Ett svar', language: 'sv', blocks: [{ kind: 'paragraph', text: 'Ja.' }] } as const
	const salts = { title: newSalt(), blocks: [newSalt()] }
	const { hash } = await sealText(text, salts)
	expect((await sealText(text, salts)).hash).toBe(hash)
	expect((await sealText(text, { ...salts, title: newSalt() })).hash).not.toBe(hash)
	expect((await sealText(text, { ...salts, blocks: [newSalt()] })).hash).not.toBe(hash)
	await expect(sealText(text, { ...salts, blocks: [] })).rejects.toThrow('every block')
})
