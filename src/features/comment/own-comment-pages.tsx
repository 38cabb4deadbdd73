import { catalogue } from '#i18n/index.ts'
import type { ThreadView } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import type { ThreadParams } from './thread-page.tsx'

type Props = PageView<ThreadView, ThreadParams & { readonly comment: string }>

const entryOf = ({ data, params }: Props) => data.thread.entries.find(({ id }) => id === params.comment)
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
					value={entryOf(props)?.text}
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
	const text = entryOf(props)?.text ?? ''
	return (
		<StatementPage view={props} header={data.header} tab="comments" title={t.comments.withdrawTitle}>
			<p>{t.comments.withdrawMeans}</p>
			{text !== '' && (
				<Inset>
					<p class="as-typed">{text}</p>
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
