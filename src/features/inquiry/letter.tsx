import { catalogue } from '#i18n/index.ts'
import { useLanguage, useWriting } from '#ui/language.ts'
import { Written } from '#ui/parts/written.tsx'
import type { Checked, ReadWords } from './notice-forms.ts'

/** How much is shown of the words that something was read from. Characters, and pieces of text. */
const WORDS_SHOWN = 160
const PIECES_SHOWN = 3

const markId = (mark: number) => `read-${mark}`

/** The words that a field was read from, each leading to where it stands in the letter. */
export function ReadFrom({ words }: { readonly words: readonly ReadWords[] }) {
	const t = catalogue(useLanguage()).notices
	const different = [...new Map(words.map((each) => [each.mark, each])).values()]
	if (different.length === 0) return <span class="read-from">{t.notStated}</span>
	const left = different.length - PIECES_SHOWN
	return (
		<span class="read-from">
			{t.readFrom}{' '}
			{different.slice(0, PIECES_SHOWN).map((each, index) => (
				<>
					{index > 0 && ', '}
					<a href={`#${markId(each.mark)}`}>
						<Written>”{shortened(each.words)}”</Written>
					</a>
				</>
			))}
			{left > 0 && ` ${t.more(left)}`}
		</span>
	)
}

function shortened(words: string): string {
	const line = words.replace(/\s+/g, ' ').trim()
	return line.length <= WORDS_SHOWN ? line : `${line.slice(0, WORDS_SHOWN).trimEnd()} …`
}

/** The letter, with the words marked that something was read from. */
export function Letter({ parts, hasAside }: Pick<Checked, 'parts' | 'hasAside'>) {
	const t = catalogue(useLanguage()).notices
	const writing = useWriting()
	if (parts.length === 0) return null
	return (
		<section class="letter" aria-labelledby="letter" tabindex={0}>
			<h2 id="letter">{t.letter}</h2>
			<p class="hint">{t.letterHint}</p>
			{hasAside && <p class="hint">{t.asideHint}</p>}
			{parts.map(({ name, pieces }) => (
				<>
					{parts.length > 1 && <h3>{name ?? t.cover}</h3>}
					<div class="sheet as-typed" lang={writing}>
						{pieces.map(({ text, begins, read }) => (
							<>
								{begins.map((mark) => (
									<span id={markId(mark)} />
								))}
								{read ? <mark>{text}</mark> : text}
							</>
						))}
					</div>
				</>
			))}
		</section>
	)
}
