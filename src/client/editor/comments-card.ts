import type { Language } from '#domain/statement/statement.ts'
import type { BesideWords } from '#i18n/beside.ts'
import { type EntryBeside, type Speaker, said, type ThreadBeside } from './comments-asking.ts'
import { type SayForm, sayForm } from './comments-form.ts'
import { keepUnsent, unsentOf } from './comments-kept.ts'
import type { Anchored } from './comments-marks.ts'
import { asked } from './dialogs.ts'
import { make } from './dom.ts'
import { ownId } from './ids.ts'

/** How a thread stands to the text as it is now. */
export type Stands = 'whole' | 'part' | 'words' | 'changed' | 'gone'

export function standing({ blockId, quote }: ThreadBeside, found: Anchored | undefined): Stands {
	if (blockId === null) return 'whole'
	if (!found || found.at === null) return 'gone'
	return quote === null ? 'part' : found.place ? 'words' : 'changed'
}

type CardOf = {
	readonly words: BesideWords
	readonly statement: string
	/** Of the text. */
	readonly language: Language
	readonly speakers: () => readonly Speaker[]
	/** Something was sent: what is told of it, once. */
	readonly sent: (told: string) => void
	/** It has another size. */
	readonly resized: () => void
	readonly show: () => void
}

export type Card = {
	readonly id: string
	readonly element: HTMLElement
	readonly become: (thread: ThreadBeside) => void
	readonly stand: (stands: Stands) => void
}

/** More replies than these are folded. */
const SHOWN = 2

type Way = 'replies' | 'answers' | 'reopenings'

/** One thread beside the text, with what the viewer may say in it. */
export function card(first: ThreadBeside, of: CardOf): Card {
	const { words, statement } = of
	let thread = first
	let stands: Stands | null = null
	let form: SayForm | null = null
	const content = make('div', {})
	const place = make('div', {})
	/** Why a press did nothing. By itself, so that what is being written stays. */
	const trouble = make('div', {})
	const element = make('article', { className: 'card', tabIndex: 0, id: `beside-${first.id}` }, content, trouble, place)

	function entryOf(entry: EntryBeside): Node[] {
		const withdrawal = entry.withdrawal
		return [
			make(
				'p',
				{ className: 'by' },
				make('strong', {}, entry.by),
				' ',
				make('span', { className: 'hint' }, `${entry.person}, ${entry.when}`),
			),
			...(entry.what === '' ? [] : [make('p', { className: 'what' }, entry.what)]),
			...(entry.text === ''
				? []
				: [
						make(
							'p',
							entry.withdrawn ? { className: 'hint' } : { className: 'as-typed', lang: of.language },
							entry.text,
						),
					]),
			...entry.hidden.map((said) => make('p', { className: 'hint' }, said)),
			...(withdrawal === null ? [] : [act(words.withdraw, () => void withdraw(withdrawal), entry.by)]),
		]
	}

	/** A press beside the text: what it does, and to what for those who do not see where it stands. */
	function act(label: string, press: () => void, name = ''): HTMLButtonElement {
		const more = name === '' ? [] : [make('span', { className: 'vh' }, ` ${words.ofWhom(name)}`)]
		return make('button', { type: 'button', className: 'act', onclick: press }, make('span', {}, label), ...more)
	}

	async function agree({ id, agrees }: ThreadBeside['mayAgree'][number]): Promise<void> {
		const fields = { association: id, agrees: agrees ? '' : '1', wording: String(thread.wording) }
		tellFailed(
			await said(thread.agreements, { key: ownId(), ...fields }),
			agrees ? words.agreesNoMore : words.hasAgreed,
		)
	}

	/** What came of a press: all that was told of it, or why not. */
	function tellFailed(failed: string | null | undefined, done: string): void {
		trouble.replaceChildren()
		if (failed === null) of.sent(done)
		else trouble.replaceChildren(make('p', { className: 'error', role: 'alert' }, failed ?? words.offline))
		of.resized()
		element.focus()
	}

	async function withdraw(path: string): Promise<void> {
		const may = await asked(
			words.withdrawTitle,
			[make('p', {}, words.withdrawMeans)],
			[
				{ label: words.withdraw, value: true, look: 'button danger' },
				{ label: words.keep, value: false, look: 'button secondary' },
			],
		)
		if (may !== true) return element.focus()
		tellFailed(await said(path, { key: ownId() }), words.withdrawn)
	}

	function pathOf(way: Way): string | null {
		return thread[way]
	}

	function openForm(isRestored = false): void {
		const ways = thread.reopenings
			? [{ name: 'reopenings' as const, label: words.reopen }]
			: [
					...(thread.answers ? [{ name: 'answers' as const, label: words.answer }] : []),
					...(thread.replies ? [{ name: 'replies' as const, label: thread.answers ? words.ask : words.reply }] : []),
				]
		form = sayForm<Way>({
			words,
			ways,
			label: thread.reopenings ? words.remains : words.yourReply,
			speakers: of.speakers(),
			text: unsentOf(statement, thread.id)?.text ?? '',
			keep: (text) => keepUnsent(statement, thread.id, { text }),
			send: async (way, fields) => {
				const path = pathOf(way)
				const failed = path ? await said(path, { ...fields, seen: String(thread.seq) }) : undefined
				if (failed === null) of.sent(words.replied)
				return failed === undefined ? words.offline : failed
			},
			closed: () => {
				form = null
				draw()
				element.focus()
			},
		})
		place.replaceChildren(form.element)
		draw()
		if (!isRestored) form.focus()
	}

	function passage(): Node[] {
		if (stands === 'whole') return [make('p', { className: 'hint' }, words.whole)]
		if (thread.quote === null) return stands === 'gone' ? [make('p', { className: 'hint' }, words.gone)] : []
		const why = stands === 'gone' ? words.gone : words.changed
		return [
			...(stands === 'words' ? [] : [make('p', { className: 'hint' }, why)]),
			make('blockquote', { className: 'as-typed', lang: of.language }, thread.quote.exact),
		]
	}

	function draw(): void {
		const [begun, ...replies] = thread.entries
		if (!begun) return
		const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null
		const lost = focused !== null && content.contains(focused) ? (focused.firstChild?.textContent ?? '') : null
		const wasOpen = content.querySelector('details')?.open ?? false
		const list = make('ol', {}, ...replies.map((entry) => make('li', {}, ...entryOf(entry))))
		const folded = make('details', { open: wasOpen }, make('summary', {}, words.showAll(replies.length)), list)
		folded.addEventListener('toggle', of.resized)
		const shownReplies = replies.length === 0 ? [] : [replies.length > SHOWN ? folded : list]
		const say = thread.reopenings ? words.reopen : words.reply
		const may = thread.replies ?? thread.answers ?? thread.reopenings
		element.setAttribute('aria-label', words.from(begun.by))
		content.replaceChildren(
			...passage(),
			...entryOf(begun),
			...(thread.agreed.length === 0
				? []
				: [make('p', { className: 'hint' }, `${thread.howMany}. ${words.agreed(thread.agreed)}`)]),
			...shownReplies,
			make(
				'p',
				{ className: 'acts' },
				make('span', { className: thread.open ? 'tag wait' : 'tag good' }, thread.state),
				...(may && !form ? [act(say, () => openForm())] : []),
				...thread.mayAgree.map((one) =>
					act(one.agrees ? words.agreeNoMore(one.name) : words.agree(one.name), () => void agree(one)),
				),
				...(stands === 'words' || stands === 'part' ? [act(words.toPassage, of.show)] : []),
			),
		)
		if (!form) place.replaceChildren()
		if (lost !== null)
			[...content.querySelectorAll('button')].find((each) => each.firstChild?.textContent === lost)?.focus()
		of.resized()
	}

	if (unsentOf(statement, thread.id)) openForm(true)
	return {
		id: first.id,
		element,
		become: (now) => {
			if (JSON.stringify(now) === JSON.stringify(thread) && content.hasChildNodes()) return
			thread = now
			draw()
		},
		stand: (now) => {
			if (now === stands) return
			stands = now
			draw()
		},
	}
}
