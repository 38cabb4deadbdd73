import { expect, test } from 'vitest'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { SLUG } from '#test/support/world.ts'
import { positionBankQuery } from './position/positions.ts'
import { searchQuery } from './publication/public-search.ts'

const WORDS = ['Ájtte', 'Żółta', 'Русский', 'İstanbul', 'ΟΔΟΣ', 'ǅemal', 'ĲSSEL', 'ԵՐԵՎԱՆ', 'ᲗᲑᲘᲚᲘᲡᲘ', '100%_[*?]']

test('every capital letter of every script is found by its small one and the other way round, in public and in the bank', async () => {
	await using world = await createGoldenWorld()
	await publish(world, {
		title: `Svar om ${WORDS.join(' ')}`,
		blocks: [
			{ kind: 'paragraph', text: `Vi nämner ${WORDS.join(', ')} här.` },
			{ kind: 'position', text: `Vi stöder ${WORDS.join(', ')} fullt ut.` },
		],
	})
	const small = WORDS.map((word) => word.toLowerCase())
	for (const word of [...WORDS, ...small, ...small.map((each) => each.toUpperCase()), 'istanbul', 'οδοσ', 'οδος']) {
		const [found, bank] = await world.deps.db.read(
			searchQuery(SLUG, word),
			positionBankQuery(SLUG, word, world.clock.now),
		)
		expect(
			found?.map(({ passage }) => passage),
			word,
		).toHaveLength(1)
		expect(bank?.positions, word).toHaveLength(1)
	}
	for (const word of ['ajtte', 'zolta', 'Руccкий', '100X', '[ab]']) {
		const [found, bank] = await world.deps.db.read(
			searchQuery(SLUG, word),
			positionBankQuery(SLUG, word, world.clock.now),
		)
		expect([found, bank?.positions], word).toEqual([[], []])
	}
})
