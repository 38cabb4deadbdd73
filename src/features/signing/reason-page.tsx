import { ACTS } from '#domain/acts.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import { catalogue } from '#i18n/index.ts'
import type { StatementView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<StatementView, StatementParams>

/** Asks once before a text is taken back to be written on. */
export function ReferralPage(props: Props) {
	const t = catalogue(props.lang).signoff
	return (
		<ReasonPage
			{...props}
			words={t.referral}
			action={href(routes.referral, props.params)}
			does={ACTS.referBack}
			look="primary"
		/>
	)
}

/** Asks once before a statement is withdrawn for good. */
export function WithdrawalPage(props: Props) {
	const t = catalogue(props.lang).signoff
	return (
		<ReasonPage
			{...props}
			words={t.withdrawal}
			action={href(routes.withdrawal, props.params)}
			does={ACTS.withdrawStatement}
			look="danger"
		/>
	)
}

type ReasonPageProps = Props & {
	readonly words: { readonly title: string; readonly means: string; readonly reason: string; readonly button: string }
	readonly action: string
	readonly does: DeclaredAct
	readonly look: 'primary' | 'danger'
}

function ReasonPage(props: ReasonPageProps) {
	const { data, form, params, words, action, does, look } = props
	return (
		<StatementPage view={props} header={data.header} tab="text" title={words.title} does={does}>
			<p>{words.means}</p>
			<Form action={action} form={form}>
				<TextArea name="reason" label={words.reason} />
				<SubmitRow look={look} cancel={href(routes.statement, params)}>
					{words.button}
				</SubmitRow>
			</Form>
		</StatementPage>
	)
}
