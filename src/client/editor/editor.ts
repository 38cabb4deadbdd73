import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import type { BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { besideWords } from '#i18n/beside.ts'
import type { EditorWords } from '#i18n/editor.ts'
import { documentOf } from '#writing/blocks.ts'
import { collab } from '#writing/collab.ts'
import { insertFromBank, openBank } from './bank.ts'
import { clipboardParser, clipboardSerializer } from './clipboard.ts'
import { commentMarks } from './comments-marks.ts'
import { make } from './dom.ts'
import { offerEarlier } from './earlier.ts'
import { finding, findPanel } from './finding.ts'
import { footnotes } from './footnotes.ts'
import type { Given, Judged } from './given.ts'
import { moveHandle } from './handle.ts'
import { openHelp } from './help.ts'
import { idOf, names, ownId, withNames } from './ids.ts'
import { asksFirst, LET_GO } from './judged.ts'
import { keys } from './keys.ts'
import { linkWith } from './linking.ts'
import { fields } from './looks.ts'
import { FROM_OTHERS, takingIn } from './merging.ts'
import { toSay } from './naming.ts'
import { notesBeside } from './notes-beside.ts'
import { noticePlace } from './notice.ts'
import { asOthersHave } from './offering.ts'
import { pasting } from './pasting.ts'
import { others } from './presence.ts'
import { goTo, insertPosition, proposedMarks, reviewBeside } from './proposed.ts'
import { type Proposing, proposing } from './proposing.ts'
import { askClashes, askLosing } from './questions.ts'
import { type Keeping, type Side, savingOverHttp } from './saving.ts'
import { aboveKeyboard, showCursor } from './seen.ts'
import { keepPart, openStandard } from './standard.ts'
import { statusLine } from './status.ts'
import { blockAt, insertBlocks } from './structure.ts'
import { together } from './together.ts'
import { toolbar } from './toolbar.ts'
import { typed } from './typing.ts'

/** Puts the editor into the page. */
export function openEditor(root: HTMLElement, given: Given, words: EditorWords): void {
	let judged: readonly Judged[] = given.judged
	/** After Esc, until another key. */
	let isLeaving = false
	const saidOf = toSay(words)
	const status = statusLine(words, given, { again: () => void keeping.now() })
	const notice = noticePlace(() => view.focus())
	const besides = besideWords(given.lang)
	const { proposal } = given
	let own: Proposing | undefined
	const article = make('div', { className: 'statement' })
	const sheet = make('div', { className: 'sheet' }, article)

	const recordName = (name: string) => keeping.recordId(name) ?? name
	const isJudged = (name: string) => judged.some(({ blockId }) => blockId === recordName(name))

	const plugins: readonly Plugin[] = [
		typed,
		...keys({ link: linkWith(words), find: () => openFind(), help: () => openKeys(), leaving: () => isLeaving }),
		history(),
		tableEditing(),
		dropCursor({ class: 'drop' }),
		gapCursor(),
		names,
		finding,
		fields(words),
		footnotes,
		commentMarks(recordName),
		keymap({ 'Mod-Alt-m': () => beside.start() }),
		pasting(words, tell),
		...(proposal ? [proposedMarks(() => own?.known().stands ?? given.blocks)] : []),
		asksFirst(isJudged, (act, gone) => void askBefore(act, gone)),
		...(given.paths.room === null ? [] : [collab(ownId()), others]),
	]

	const view = new EditorView(article, {
		state: EditorState.create({ doc: withNames(documentOf(namedBlocks(given.blocks))), plugins: [...plugins] }),
		attributes: {
			id: 'editor-text',
			role: 'textbox',
			'aria-multiline': 'true',
			'aria-label': (proposal ? words.proposal : words).text(given.title),
			'aria-describedby': 'editor-hint',
			lang: given.language,
			spellcheck: 'true',
		},
		clipboardParser,
		clipboardSerializer,
		dispatchTransaction: dispatched,
		handleScrollToSelection: (view) => showCursor(view, sheet),
		handleKeyDown: (_view, event) => {
			if (event.key !== 'Tab' && event.key !== 'Shift') isLeaving = event.key === 'Escape'
			return false
		},
	})

	function dispatched(tr: Transaction): void {
		const before = view.state
		view.updateState(before.apply(tr))
		tools.update(view.state)
		handle.update(tr)
		beside.update(view.state, before)
		if (tr.selectionSet) keeping.selected?.()
		const said = saidOf(view.state, tr)
		if (said !== null) status.say(said)
		if (!tr.docChanged) return
		status.count(view.state.doc)
		beside.written()
		if (!tr.getMeta(FROM_OTHERS)) keeping.changed()
	}

	const side: Side = {
		document: () => view.state.doc,
		writing: () => {
			const block = view.hasFocus() ? blockAt(view.state.selection.$head) : null
			return block && idOf(block.node)
		},
		tell: (state) => {
			status.tell(state)
			const isOver = state.kind === 'refused' && ['notAllowed', 'notFound', 'wrongStage'].includes(state.code)
			view.setProps({ editable: () => !isOver })
		},
		takeIn: (seen, wanted, stands, aliases) => {
			const tr = takingIn(view.state, { seen, wanted, stands, aliases, choose: () => 'mine' })
			if (!tr) return
			view.dispatch(tr)
			status.say(words.others)
		},
		putBack: (blocks) => view.dispatch(asOthersHave(view.state, blocks)),
		judged: (now) => {
			judged = now
		},
		choose: (clashes) => askClashes(words, clashes),
		mayGo: (blocks) =>
			askLosing(
				words,
				given.lang,
				blocks.map(({ blockId, content }) => ({ blockId, text: textsOf(content).join(' ') })),
				judged,
			),
	}

	const people = make('p', { className: 'people', hidden: true })
	const overHttp = () =>
		savingOverHttp(given, {
			...side,
			tell: (state) => {
				side.tell(state)
				if (state.kind === 'saved') beside.saved()
			},
		})
	own = proposal && proposing(given, proposal, side)
	let keeping: Keeping =
		own ??
		(given.paths.room === null
			? overHttp()
			: together({
					given,
					path: given.paths.room,
					side,
					words,
					view,
					present: (names) => {
						people.hidden = names.length === 0
						people.textContent = words.live.here(names)
						people.title = names.join(', ')
					},
					say: status.say,
					offer: offerText,
					commented: () => beside.commented(),
					unreachable: () => {
						keeping = overHttp()
						keeping.changed()
					},
				}))
	const { keep, words: ofStandard } = given.standard
	const handle = moveHandle(view, words, sheet, status.say, (node) =>
		keep === null || own ? [] : [{ label: ofStandard.save, act: () => void keepAsStandard(keep, idOf(node)) }],
	)
	const panel = findPanel(view, words, status.say)
	const beside = own
		? reviewBeside(words, async () => {
				if (!(await own.review())) tell([words.proposal.nothing])
			})
		: notesBeside({ given, words: besides, view, nameOf: recordName, keeping: () => keeping, say: status.say })
	const tools = toolbar(view, words, {
		link: linkWith(words),
		find: panel.open,
		bank,
		standard: { label: given.standard.words.item, act: standard },
		help: () => openKeys(),
		comment: beside.comment,
	})

	const top = make('div', { className: 'top' }, tools.element, panel.element, status.line, people, notice.element)
	top.appendChild(status.trouble)
	aboveKeyboard(top)

	function openKeys(): boolean {
		const keys = own ? words.keys : [...words.keys, besides.commentKeys]
		openHelp({ ...words, keys }, () => view.focus())
		return true
	}

	function openFind(): boolean {
		panel.open()
		return true
	}

	/** Whether what others judged may go, before it does. */
	async function askBefore(act: Transaction, gone: readonly string[]): Promise<void> {
		const blocks = gone.flatMap((name) => {
			const node = view.state.doc.content.content.find((each) => idOf(each) === name)
			return node ? [{ blockId: recordName(name), text: node.textContent }] : []
		})
		const may = await askLosing(words, given.lang, blocks, judged)
		if (may && view.state.doc === act.before) {
			keeping.letGo?.(gone)
			view.dispatch(act.setMeta(LET_GO, true))
		}
		view.focus()
	}

	function bank(): void {
		openBank(given, words, async (position) => {
			if (own) return insertPosition(view, position)
			await keeping.now()
			const block = blockAt(view.state.selection.$head)
			const before = view.state.doc.content.content
			const at = block ? before.indexOf(block.node) : -1
			const after = before.slice(0, at + 1).findLast((node) => keeping.recordId(idOf(node)) !== null)
			const id = after ? keeping.recordId(idOf(after)) : null
			const done = await insertFromBank(given, position, { key: ownId(), after: id ?? '' })
			await keeping.refresh()
			tell([done ? words.bank.inserted : words.bank.failed])
			view.focus()
		})
	}

	function standard(): void {
		openStandard({ ...given, cancel: words.cancel }, (made) => {
			insertBlocks(made, 'last')(view.state, view.dispatch)
			status.say(given.standard.words.inserted)
			view.focus()
		})
	}

	async function keepAsStandard(keep: string, name: string): Promise<void> {
		if (!(await keepPart(keep, keeping, name))) tell([ofStandard.failed])
	}

	/** Something to know, until it is closed. */
	function tell(lines: readonly string[]): void {
		if (lines.length > 0) notice.show(lines, [{ label: words.pasted.close }])
	}

	/** Text of whoever writes that is in the text no more: to be put where the cursor is, or let go. */
	function offerText(why: string, texts: readonly string[]): void {
		const put = () => view.dispatch(view.state.tr.insertText(texts.join(' ')).scrollIntoView())
		const answers = texts.length === 0 ? [] : [{ label: words.live.putIn, act: put }]
		notice.show([why], [...answers, { label: words.pasted.close }], texts)
	}

	window.addEventListener('beforeunload', (event) => {
		if (!keeping.isSaved()) event.preventDefault()
	})
	window.addEventListener('focus', () => void keeping.refresh())

	offerEarlier({ given, words, view, keeping: () => keeping, notice, tell })
	status.line.appendChild(beside.toggle)
	root.replaceChildren(
		top,
		beside.desk(sheet),
		make('p', { className: 'hint', id: 'editor-hint' }, words.hint),
		status.spoken,
	)
	tools.update(view.state)
	status.count(view.state.doc)
	if (proposal?.at) goTo(view, proposal.at)
}

const namedBlocks = (blocks: readonly BlockVersion[]) =>
	blocks.map(({ blockId, content }) => ({ id: blockId, content }))
