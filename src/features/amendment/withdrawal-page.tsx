import { amendmentWords } from '#i18n/amendments.ts'
import { href, routes } from '#routes'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import type { AmendmentProps } from './props.tsx'

/** Asks once before an amendment is taken back. */
export function WithdrawalPage(props: AmendmentProps) {
	const { data, form, lang, params } = props
	const t = amendmentWords(lang)
	const { amendment } = data
	const prepared = amendment.state === 'prepared'
	return (
		<StatementPage view={props} header={data.header} tab="amendments" title={prepared ? t.discard : t.withdraw}>
			<p>
				<strong>{t.from(amendment.number, amendment.association)}</strong>
			</p>
			<AsTyped>{amendment.reason}</AsTyped>
			<p>{prepared ? t.discardMeans : t.withdrawMeans}</p>
			<Form action={href(routes.amendmentWithdrawal, params)} form={form}>
				<SubmitRow look="danger" cancel={href(routes.amendment, params)}>
					{prepared ? t.discard : t.withdraw}
				</SubmitRow>
			</Form>
		</StatementPage>
	)
}
