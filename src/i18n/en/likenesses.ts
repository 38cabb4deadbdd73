import { formatCount, formatList } from '#i18n/format.ts'
import type { likenesses as sv } from '#i18n/sv/likenesses.ts'

export const likenesses: typeof sv = {
	title: 'Compare with what you have adopted',
	lead: 'Each position in the text is compared with those you have adopted before. It is a likeness of words and no judgement: two may mean different things by the same words, and the same by different ones.',
	none: 'No position in the text is like any that you have adopted',
	saved: (count) =>
		`${formatCount('en', count, 'position in the text has', 'positions in the text have')} about the same words as something you have adopted, or the opposite.`,
	kinds: {
		repeats: 'The same words',
		contradicts: 'The same words, but the opposite',
		alike: 'The same words, but other negations',
	},
	beside: {
		repeats: (source) => `Repeats ${source}`,
		contradicts: (source) => `Contradicts ${source}`,
		alike: (source) => `Is like ${source}, but with other negations`,
	},
	here: 'In this text',
	adopted: 'Adopted before',
	shared: (words) => `Words in common: ${formatList('en', words)}.`,
	opposed: (words) => `Opposites: ${formatList('en', words)}.`,
	negations: (words) => `Negations: ${formatList('en', words)}.`,
	compare: 'Compare',
	mean: 'It is meant',
	isMeant:
		'Somebody who writes in the text has said that the likeness is meant. The warning is not shown while the words stand.',
	tellAgain: 'Show the warning again',
	ofPosition: (number) => `about position ${number}`,
	editor: {
		compare: 'Compare',
		mean: 'It is meant',
		meant: 'The warning is not shown any more for these words.',
		here: 'In this text',
		some: 'Like adopted ones',
		close: 'Close',
		failed: 'It could not be saved. Try again.',
	},
	done: {
		meant: 'The warning is not shown any more for these words.',
		told: 'The warning is shown again.',
	},
}
