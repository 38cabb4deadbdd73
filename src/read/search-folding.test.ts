import { expect, test } from 'vitest'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { SLUG } from '#test/support/world.ts'
import { indexWaiting } from '#usecases/publication/index-published.ts'
import { positionBankQuery } from './position/bank.ts'
import { archiveQuery } from './publication/archive.ts'
import { archiveView } from './publication/archive-view.ts'

const searchQuery = (slug: string, search: string) =>
	archiveQuery(slug, archiveView(new URLSearchParams({ search })), { from: 0, size: 20 })

const WORDS = ['Ájtte', 'Żółta', 'Русский', 'İstanbul', 'ΟΔΟΣ', 'ǅemal', 'ĲSSEL', 'ԵՐԵՎԱՆ', 'ᲗᲑᲘᲚᲘᲡᲘ', '100%_[*?]']

test.each([false, true])(
	'every capital letter of every script is found by its small one and the other way round, in public and in the bank; indexed: %s',
	async (isIndexed) => {
		await using world = await createGoldenWorld()
		await publish(world, {
			title: `Svar om ${WORDS.join(' ')}`,
			blocks: [
				{ kind: 'paragraph', text: `Vi nämner ${WORDS.join(', ')} här.` },
				{ kind: 'position', text: `Vi stöder ${WORDS.join(', ')} fullt ut.` },
			],
		})
		if (isIndexed) await indexWaiting(world.deps)
		const small = WORDS.map((word) => word.toLowerCase())
		for (const word of [...WORDS, ...small, ...small.map((each) => each.toUpperCase()), 'istanbul', 'οδοσ', 'οδος']) {
			const [found, bank] = await world.deps.db.read(
				searchQuery(SLUG, word),
				positionBankQuery(SLUG, { search: word, topic: null, group: null, level: null }, world.clock.now),
			)
			expect(
				found?.entries.map(({ passage }) => passage),
				word,
			).toHaveLength(1)
			expect(bank?.positions, word).toHaveLength(1)
		}
		for (const word of ['ajtte', 'zolta', 'Руccкий', '100X', '[ab]']) {
			const [found, bank] = await world.deps.db.read(
				searchQuery(SLUG, word),
				positionBankQuery(SLUG, { search: word, topic: null, group: null, level: null }, world.clock.now),
			)
			expect([found?.entries, bank?.positions], word).toEqual([[], []])
		}
	},
)
