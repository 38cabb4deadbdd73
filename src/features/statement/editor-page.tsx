import { ACTS } from '#domain/acts.ts'
import { isFor } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import { acts } from '#domain/statement/acts.ts'
import { editorWords } from '#i18n/editor.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { WritingView } from '#read/statement/writing.ts'
import { href, routes } from '#routes'
import { forEditor } from '#ui/for-editor.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Sentence } from '#ui/parts/notice.tsx'
import { EDITOR_SCRIPT } from '#ui/scripts.ts'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<WritingView, StatementParams> & {
	/** False: the text, or all of it at once, is not for this person to write. */
	readonly may: boolean
	/** Several can write in it at once, in the room of the text. */
	readonly together: boolean
	/** Who has judged which of its blocks, as the script is told. */
	readonly judged: readonly object[]
}

/** The whole text on one page, written in as in a word processor. The script puts the editor where the page leads to the form. */
export function EditorPage(props: Props) {
	const { data, frame, lang, params, may, together, judged } = props
	const { statement } = data.header
	const t = editorWords(lang)
	const { comments, drafting } = catalogue(lang)
	if (!may) {
		const sentence = isFor(acts.editDocument, statement.stage)
			? drafting.wholeIsChairs
			: refusalSentence(lang, { code: 'wrongStage', stage: statement.stage, allowed: acts.editDocument.stages })
		return (
			<StatementPage view={props} header={data.header} tab="text" title={t.write}>
				<Sentence>{sentence}</Sentence>
				<p>
					<a href={href(routes.statement, params)}>{drafting.backToText}</a>
				</p>
				{offers(ACTS.makeComment, props.viewer, statement) && (
					<p>
						<a href={href(routes.newComment, params)}>{comments.giveOnWhole}</a>
					</p>
				)}
			</StatementPage>
		)
	}
	const shared = forEditor({ lang, params, statement, keeps: offers(ACTS.keepStandardText, props.viewer) })
	const given = {
		...shared,
		statement: statement.id,
		blocks: data.blocks,
		judged,
		paths: {
			...shared.paths,
			back: href(routes.statement, params),
			room: together ? href(routes.room, params) : null,
			signIn: href(routes.signIn, {}, { to: href(routes.statement, params) }),
		},
	}
	const view = { ...props, frame: { ...frame, script: [...(frame.script ?? []), ...EDITOR_SCRIPT] } }
	return (
		<StatementPage view={view} header={data.header} tab="text" title={t.write}>
			<div id="editor" class="wide" data-editor={JSON.stringify(given)}>
				<p>
					{t.withoutScript} <a href={href(routes.writing, params)}>{t.toForm}</a>
				</p>
			</div>
		</StatementPage>
	)
}
