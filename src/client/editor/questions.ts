import type { BlockId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import type { Clash } from '#domain/statement/clash.ts'
import type { EditorWords } from '#i18n/editor.ts'
import { asked } from './dialogs.ts'
import { make } from './dom.ts'
import type { Judged, Voices } from './given.ts'

const textOf = (block: Block): string => textsOf(block).join('\n')

/** Both texts beside each other, one part after the other. Null: it is left undecided. */
export async function askClashes(
	words: EditorWords,
	clashes: readonly Clash[],
): Promise<ReadonlyMap<BlockId, 'mine' | 'theirs'> | null> {
	const t = words.clash
	const choices = new Map<BlockId, 'mine' | 'theirs'>()
	for (const { blockId, mine, theirs } of clashes) {
		const side = (title: string, text: string) =>
			make('section', {}, make('h3', {}, title), make('p', { className: 'as-typed' }, text))
		const both = make(
			'div',
			{ className: 'both' },
			side(t.mine, mine ? textOf(mine) : t.youRemoved),
			side(t.theirs, theirs ? textOf(theirs.content) : t.theyRemoved),
		)
		const chosen = await asked<'mine' | 'theirs' | 'later'>(
			t.title,
			[both],
			[
				{ label: t.keepTheirs, value: 'theirs', look: 'button secondary' },
				{ label: t.later, value: 'later', look: 'button secondary' },
				{ label: t.keepMine, value: 'mine' },
			],
		)
		if (chosen !== 'mine' && chosen !== 'theirs') return null
		choices.set(blockId, chosen)
	}
	return choices
}

/** Whether blocks may leave the text though others have said something about them: whose words these are is told. */
export async function askLosing(
	words: EditorWords,
	lang: string,
	blocks: readonly { readonly blockId: string; readonly text: string }[],
	judged: readonly Judged[],
): Promise<boolean> {
	const t = words.losing
	const list = new Intl.ListFormat(lang, { type: 'conjunction' })
	const told = ({ names, more }: Voices, say: (who: string) => string) => {
		const all = [...names.map((name) => name ?? t.coalition), ...(more > 0 ? [t.more(more)] : [])]
		return all.length > 0 ? [make('li', {}, say(list.format(all)))] : []
	}
	const parts = blocks.map(({ blockId, text }) => {
		const by = judged.find((each) => each.blockId === blockId)
		const begins = text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text
		const voices = by ? [...told(by.stances, t.stances), ...told(by.comments, t.comments)] : []
		return make('li', {}, begins, make('ul', {}, ...voices))
	})
	const answer = await asked(
		t.title,
		[make('ul', { className: 'losing' }, ...parts), make('p', {}, t.means)],
		[
			{ label: t.confirm, value: true, look: 'button danger' },
			{ label: t.keep, value: false, look: 'button secondary' },
		],
	)
	return answer === true
}
