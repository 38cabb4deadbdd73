import type { Node } from 'prosemirror-model'
import type { EditorWords } from '#i18n/editor.ts'
import { formatTime } from '#i18n/format.ts'
import { button, make } from './dom.ts'
import type { Given } from './given.ts'
import type { State } from './saving.ts'

/** How many words most people read in a minute. */
const WORDS_A_MINUTE = 200
/** How long something is saved before it is shown. Milliseconds. */
const STEADY_MS = 500

/** How many words a text has. */
export function wordsIn(document: Node): number {
	const text = document.textBetween(0, document.content.size, ' ', ' ')
	return text.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

type Acts = { readonly again: () => void }

/** How it stands with what was written, in words; what went wrong is said where it cannot be missed, and aloud. */
export function statusLine(words: EditorWords, { lang, paths, proposal }: Given, acts: Acts) {
	const state = make('span', { className: 'state' }, proposal ? words.proposal.same : words.allSaved)
	const size = make('span', { className: 'size' })
	const line = make('p', { className: 'status' }, state, size)
	const trouble = make('div', { className: 'trouble', hidden: true, aria: { role: 'alert' } })
	const spoken = make('p', { className: 'vh', aria: { role: 'status' } })
	let shown = ''
	let timer = 0

	/** What was written shows as saved when that has held for a moment, and until then as one thing: the words do not flicker while somebody types. */
	function show(now: State, sentence: string): void {
		clearTimeout(timer)
		if (isSettled(now)) {
			timer = window.setTimeout(() => {
				if (state.textContent !== sentence) state.textContent = sentence
			}, STEADY_MS)
		} else if (state.textContent !== words.unsaved && state.textContent !== words.saving) state.textContent = sentence
	}

	function sentenceOf(now: State): string {
		switch (now.kind) {
			case 'saved':
				return now.at === null ? words.allSaved : words.saved(formatTime(lang, now.at))
			case 'same':
				return words.proposal.same
			case 'kept':
				return words.proposal.kept
			case 'unsaved':
				return words.unsaved
			case 'saving':
				return words.saving
			case 'offline':
				return words.notSaved(words.noNetwork)
			case 'busy':
				return words.notSaved(words.busy)
			case 'clash':
				return words.notSaved(words.clash.waiting)
			case 'refused':
				return words.notSaved(now.sentence)
		}
	}

	const isSettled = ({ kind }: State) => kind === 'saved' || kind === 'same' || kind === 'kept'
	const isTrouble = ({ kind }: State) => kind === 'offline' || kind === 'busy' || kind === 'clash' || kind === 'refused'

	return {
		line,
		trouble,
		spoken,
		say: (what: string) => {
			spoken.textContent = what
		},
		tell: (now: State) => {
			const sentence = sentenceOf(now)
			if (isTrouble(now)) {
				show({ kind: 'unsaved' }, words.unsaved)
				// Told once, however often it is tried again.
				if (shown === sentence && !trouble.hidden) return
				shown = sentence
				trouble.hidden = false
				const signIn = make('a', { href: paths.signIn, target: '_blank', className: 'button secondary' }, words.signIn)
				trouble.replaceChildren(
					make('p', {}, sentence),
					...(now.kind === 'refused' ? [make('p', {}, words.keptHere)] : []),
					make(
						'div',
						{ className: 'row' },
						button(now.kind === 'clash' ? words.clash.choose : words.tryAgain, acts.again, 'button secondary'),
						...(now.kind === 'refused' && now.code === 'signInRequired' ? [signIn] : []),
					),
				)
				return
			}
			show(now, sentence)
			// Trouble is over only when it is saved, and then that is told as the trouble was.
			if (!isSettled(now) || trouble.hidden) return
			trouble.hidden = true
			spoken.textContent = sentence
		},
		count: (document: Node) => {
			const count = wordsIn(document)
			size.textContent = `${words.words(count)} · ${words.minutes(Math.max(1, Math.ceil(count / WORDS_A_MINUTE)))}`
		},
	}
}
