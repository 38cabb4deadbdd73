import { wordsFor } from '#domain/comment/hiding.ts'
import { hidingWords } from '#i18n/hiding.ts'
import { catalogue } from '#i18n/index.ts'
import type { ThreadView } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { Hidings, readerOf } from './hidden.tsx'
import type { ThreadParams } from './thread-page.tsx'

type Props = PageView<ThreadView, ThreadParams & { readonly comment: string }>

/** What it says to whoever looks. */
const textOf = ({ data, params, viewer }: Props): string => {
	const entry = data.thread.entries.find(({ id }) => id === params.comment)
	return (entry && wordsFor(entry, data.thread, readerOf(viewer))?.text) ?? ''
}
const backTo = ({ coalition, statement, thread, comment }: Props['params']) =>
	`${href(routes.commentThread, { coalition, statement, thread })}#c-${comment}`

/** Rewords what one wrote. */
export function WordingPage(props: Props) {
	const { data, form, lang, params } = props
	const t = catalogue(lang)
	return (
		<StatementPage view={props} header={data.header} tab="comments" title={t.comments.changeTitle}>
			<Form action={href(routes.commentWording, params)} form={form}>
				<TextArea
					name="text"
					label={t.comments.fields.text}
					hint={t.comments.changeHint}
					rows={5}
					value={textOf(props)}
					autosave={`comment-${params.comment}`}
				/>
				<SubmitRow cancel={backTo(params)}>{t.common.verbs.save}</SubmitRow>
			</Form>
		</StatementPage>
	)
}

/** Asks once before something is taken back. */
export function WithdrawalPage(props: Props) {
	const { data, form, lang, params } = props
	const t = catalogue(lang)
	const text = textOf(props)
	return (
		<StatementPage view={props} header={data.header} tab="comments" title={t.comments.withdrawTitle}>
			<p>{t.comments.withdrawMeans}</p>
			{text !== '' && (
				<Inset>
					<AsTyped>{text}</AsTyped>
				</Inset>
			)}
			<Form action={href(routes.commentWithdrawal, params)} form={form}>
				<SubmitRow look="danger" cancel={backTo(params)}>
					{t.comments.withdraw}
				</SubmitRow>
			</Form>
		</StatementPage>
	)
}

/** Asks why before something is hidden; where it is hidden, whether it is to be shown again. */
export function HidingPage(props: Props) {
	const { data, form, lang, params } = props
	const t = hidingWords(lang)
	const entry = data.thread.entries.find(({ id }) => id === params.comment)
	const hides = entry?.hidden !== true
	const words = textOf(props)
	return (
		<StatementPage view={props} header={data.header} tab="comments" title={hides ? t.title : t.show}>
			{hides && <p>{t.means}</p>}
			{words !== '' && (
				<Inset>
					<AsTyped>{words}</AsTyped>
				</Inset>
			)}
			{entry && <Hidings entry={entry} thread={data.thread} reader={null} />}
			<Form action={href(routes.commentHiding, params)} form={form} values={{ hides: hides ? '1' : '' }}>
				{hides && (
					<TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} autosave={`hiding-${params.comment}`} />
				)}
				<SubmitRow look={hides ? 'danger' : undefined} cancel={backTo(params)}>
					{hides ? t.submit : t.show}
				</SubmitRow>
			</Form>
		</StatementPage>
	)
}
