import type { JSX } from 'hono/jsx/jsx-runtime'
import { ACTS } from '#domain/acts.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import { openOnAmendments } from '#domain/planning/situation.ts'
import { consensusWords } from '#i18n/amendments.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { StatementView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<StatementView, StatementParams>

/** Asks once before a text is taken back to be written on. Ballots on amendments are counted first, and that is said before anybody writes why. */
export function ReferralPage(props: Props) {
	const { data, lang, params } = props
	const t = catalogue(lang).signoff
	return (
		<ReasonPage
			{...props}
			first={openOnAmendments(data.header.situation) > 0 && <VotesFirst {...props} />}
			words={t.referral}
			action={href(routes.referral, params)}
			does={ACTS.referBack}
			look="primary"
		/>
	)
}

/** That ballots on amendments are counted first, and where they are. */
function VotesFirst({ data, lang, params }: Props) {
	const count = openOnAmendments(data.header.situation)
	return (
		<>
			<Sentence>{refusalSentence(lang, { code: 'ballotsOpen', count })}</Sentence>
			<LinkButton href={href(routes.ballots, params)}>{catalogue(lang).ballot.toBallot}</LinkButton>
		</>
	)
}

/** Asks once before a statement is withdrawn for good. Ballots on amendments are counted first, and a list that associations are asked by is ended. */
export function WithdrawalPage(props: Props) {
	const { data, lang, params } = props
	const t = catalogue(lang).signoff
	const [list] = data.header.situation.lists
	return (
		<ReasonPage
			{...props}
			first={
				(openOnAmendments(data.header.situation) > 0 && <VotesFirst {...props} />) ||
				(list !== undefined && (
					<>
						<Sentence>
							{refusalSentence(lang, { code: 'consensusListStands', listId: list.id, until: list.closesAt })}
						</Sentence>
						<LinkButton href={href(routes.consensusList, { ...params, list: list.id })}>
							{consensusWords(lang).toList}
						</LinkButton>
					</>
				))
			}
			words={t.withdrawal}
			action={href(routes.withdrawal, props.params)}
			does={ACTS.withdrawStatement}
			look="danger"
		/>
	)
}

type ReasonPageProps = Props & {
	/** What is to be done first, in place of the form. */
	readonly first: JSX.Element | false
	readonly words: { readonly title: string; readonly means: string; readonly reason: string; readonly button: string }
	readonly action: string
	readonly does: DeclaredAct
	readonly look: 'primary' | 'danger'
}

function ReasonPage(props: ReasonPageProps) {
	const { data, form, params, words, action, does, look, first } = props
	return (
		<StatementPage view={props} header={data.header} tab="text" title={words.title} does={does}>
			{first || (
				<>
					<p>{words.means}</p>
					<Form action={action} form={form}>
						<TextArea name="reason" label={words.reason} />
						<SubmitRow look={look} cancel={href(routes.statement, params)}>
							{words.button}
						</SubmitRow>
					</Form>
				</>
			)}
		</StatementPage>
	)
}
