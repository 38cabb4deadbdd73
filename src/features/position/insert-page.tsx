import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { BankedPosition } from '#read/position/bank.ts'
import type { BankView } from '#read/position/bank-view.ts'
import type { InsertView } from '#read/statement/drafting.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { FoundPositions } from './found-positions.tsx'

type Props = PageView<InsertView, StatementParams> & { readonly wanted: BankView }

/** Characters: a UUID. */
const LONGEST_ID = 36

/** The position bank beside a text: what is chosen is put into it. */
export function InsertPage(props: Props) {
	const { data, form, lang, params, query, wanted, viewer } = props
	const t = catalogue(lang)
	const here = href(routes.positionInserts, params)
	// It stands in a form for each position: what is no id must not.
	const after = (form.typed?.after?.[0] ?? query.get('after') ?? '').slice(0, LONGEST_ID)
	const inText = Object.values(data.sources)
	const isThere = ({ label, number }: BankedPosition) =>
		inText.some((source) => source.label === label && source.number === number)
	const insert = (position: BankedPosition) =>
		isThere(position) ? (
			<p>{t.positions.inText}</p>
		) : (
			<Form action={here} form={form} values={{ source: position.statementId, number: String(position.number), after }}>
				<Button look="secondary">
					{t.positions.insert}
					<span class="vh">: {t.positions.source(position.label, position.number)}</span>
				</Button>
			</Form>
		)
	return (
		<StatementPage view={props} header={data.header} tab="text" title={t.positions.insertTitle}>
			{offers(ACTS.insertPosition, viewer, data.header.statement) ? (
				<>
					{data.bank.total > 0 && <p>{t.positions.insertWhat}</p>}
					<FoundPositions
						coalition={params.coalition}
						bank={data.bank}
						wanted={wanted}
						here={here}
						carried={after === '' ? {} : { after }}
						act={insert}
					/>
				</>
			) : (
				<EmptyState
					title={refusalSentence(lang, { code: 'wrongStage', stage: data.header.statement.stage, allowed: WRITABLE })}
					action={<LinkButton href={href(routes.statement, params)}>{t.drafting.tabs.text}</LinkButton>}
				/>
			)}
		</StatementPage>
	)
}
