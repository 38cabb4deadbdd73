import type { Doubts } from '#domain/amendment/doubts.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import type { Language } from '#i18n/index.ts'

/** What speaks for deciding on an amendment by itself, each in a sentence. */
export function saidDoubts({ collides, adopted, comments, reworded, objected }: Doubts, lang: Language): string[] {
	const { doubts } = consensusWords(lang)
	const { number } = amendmentWords(lang)
	return [
		...objected.map(({ association, reason }) => doubts.objected(association, reason)),
		...(collides.length > 0 ? [doubts.collides(collides.map(number))] : []),
		...(adopted.length > 0 ? [doubts.adopted(adopted.map(number))] : []),
		...(comments ? [doubts.comments] : []),
		...(reworded.length > 0 ? [doubts.reworded(reworded)] : []),
	]
}
