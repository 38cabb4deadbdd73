import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { PASSAGE_LIMIT, type Quote, quoteAt, quoted } from '#domain/comment/quote.ts'
import type { BesideWords } from '#i18n/beside.ts'
import { wordsOf } from '#markup/block-words.ts'
import { standingAt } from './asking.ts'
import { type Speaker, said } from './comments-asking.ts'
import { type SayForm, sayForm } from './comments-form.ts'
import { keepUnsent, NEW, unsentOf } from './comments-kept.ts'
import { type About, type Anchored, marksIn } from './comments-marks.ts'
import { textOf } from './comments-text.ts'
import { button, make } from './dom.ts'
import type { Given } from './given.ts'
import { idOf } from './ids.ts'
import type { Keeping } from './saving.ts'

type NewOf = {
	readonly given: Pick<Given, 'statement' | 'language' | 'paths'>
	readonly words: BesideWords
	readonly view: EditorView
	readonly keeping: () => Pick<Keeping, 'now'>
	readonly nameOf: (name: string) => string
	readonly speakers: () => readonly Speaker[]
	/** Where it is sent; null: nothing is taken. */
	readonly to: () => string | null
	/** What is written about is another, or nothing any more. */
	readonly changed: () => void
	readonly sent: () => void
	/** Nothing is sent after all. */
	readonly closed: () => void
}

/** How often it is looked whether words that were just typed are in the record, and how many times. Milliseconds. */
const AGAIN_MS = 1_000
const TIMES = 12

/** The part that the cursor is in, and the words in it that are selected; null where there is nothing to say something of. */
function aboutIn({ doc, selection }: EditorState, nameOf: (name: string) => string): Omit<About, 'id'> | null {
	const { $from, from, to } = selection
	const block = doc.maybeChild($from.index(0))
	if (!block) return null
	const at = $from.depth > 0 ? $from.before(1) : from
	const words = textOf(block, at)
	if (words.text.trim() === '') return null
	const start = words.offsetAt(from)
	const picked = words.text.slice(start, words.offsetAt(Math.min(to, at + block.nodeSize - 1)))
	const exact = picked.trim()
	const near = start + picked.length - picked.trimStart().length
	const isQuote = exact !== '' && exact !== words.text.trim()
	const quote = isQuote ? quoteAt(words.text, { from: near, to: near + exact.length }) : null
	return { blockId: nameOf(idOf(block)), quote, near }
}

/** The words as they stand in the text now; undefined where they are gone. */
function wordsNow({ node, at, place, quote }: Anchored): Quote | null | undefined {
	if (node === null || at === null) return undefined
	if (quote === null) return null
	if (!place) return undefined
	const words = textOf(node, at)
	return quoteAt(words.text, { from: words.offsetAt(place.from), to: words.offsetAt(place.to) })
}

/** A comment that is being written: about what was selected, wherever that moves, until it is sent. */
export function newComment(of: NewOf) {
	const { given, words, view } = of
	let about: About | null = null
	let form: SayForm | null = null
	const element = make('article', { className: 'card here', aria: { 'aria-label': words.yours } })
	const anchored = () => marksIn(view.state).anchored.find(({ id }) => id === NEW)
	const keep = (text: string) =>
		keepUnsent(given.statement, NEW, about && { text, blockId: about.blockId, quote: about.quote })

	/** What was sent and never answered. It may have been taken: sent again as it was, it is the same. */
	let unheard: Readonly<Record<string, string>> | null = null

	async function sent(to: string, fields: Readonly<Record<string, string>>): Promise<string | null> {
		unheard = fields
		const failed = await said(to, fields)
		if (failed === undefined) return words.offline
		unheard = null
		return failed
	}

	async function send(fields: Readonly<Record<string, string>>): Promise<string | null> {
		const to = of.to()
		if (to === null) return words.offline
		if (unheard && ['key', 'text', 'as'].every((name) => unheard?.[name] === fields[name])) return sent(to, unheard)
		for (let time = 0; time < TIMES; time += 1) {
			if (time > 0) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
			await of.keeping().now()
			const now = anchored()
			const quote = now && wordsNow(now)
			if (!now || quote === undefined) return words.wordsGone
			const standing = await standingAt(given.paths.text)
			const block = standing?.blocks.find(({ blockId }) => blockId === now.blockId)
			// What was just typed comes into the record a little later.
			if (!block || (quote && !quoted(wordsOf(block.content), quote).ok)) continue
			const selector = quote && { words: quote.exact, wordsBefore: quote.prefix, wordsAfter: quote.suffix }
			return sent(to, { ...fields, on: block.id, ...selector })
		}
		return words.notSaved
	}

	function open(next: Omit<About, 'id'>, isRestored = false): void {
		about = { ...next, id: NEW }
		const before = unsentOf(given.statement, NEW)?.text ?? ''
		if (next.quote && next.quote.exact.length > PASSAGE_LIMIT) about = { ...about, quote: null }
		let isSent = false
		const { quote } = about
		const quotes = quote
			? [
					make('p', { className: 'hint' }, words.onWords),
					make('blockquote', { className: 'as-typed', lang: given.language }, quote.exact),
					button(words.dropWords, () => open({ ...next, quote: null }), 'button secondary'),
				]
			: [make('p', { className: 'hint' }, words.onPart)]
		form = sayForm({
			words,
			label: words.yours,
			above: quotes,
			speakers: of.speakers(),
			ways: [{ name: 'make', label: words.submit }],
			text: before,
			keep,
			send: async (_way, fields) => {
				const failed = await send(fields)
				isSent = failed === null
				if (isSent) of.sent()
				return failed
			},
			closed: () => {
				about = null
				form = null
				element.replaceChildren()
				of.changed()
				if (!isSent) of.closed()
			},
		})
		keep(before)
		element.replaceChildren(form.element)
		if (next.quote && about.quote === null && next.quote.exact.length > PASSAGE_LIMIT)
			form.tell(words.tooLong(PASSAGE_LIMIT))
		of.changed()
		if (!isRestored) form.focus()
	}

	return {
		element,
		about: () => about,
		/** Writes about what is selected. What was typed before goes along. */
		start: (): boolean => {
			const next = of.to() === null ? null : aboutIn(view.state, of.nameOf)
			if (next) open(next)
			return next !== null
		},
		/** What was not sent is offered where it was. */
		restore: () => {
			const unsent = unsentOf(given.statement, NEW)
			if (unsent?.blockId) open({ blockId: unsent.blockId, quote: unsent.quote ?? null, near: 0 }, true)
		},
	}
}
