import { ACTS } from '#domain/acts.ts'
import { consensusState } from '#domain/amendment/consensus-list.ts'
import { consensusWords } from '#i18n/amendments.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { ConsensusListView } from '#read/amendment/consensus.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<ConsensusListView, StatementParams & { readonly list: string }>

/** Ends a list before its time: it asks once, and says who will know. */
export function ConsensusCancellationPage(props: Props) {
	const { data, form, lang, now, params } = props
	const t = consensusWords(lang)
	const state = consensusState(data.list, now)
	const toList = href(routes.consensusList, params)
	return (
		<StatementPage view={props} header={data.header} tab="amendments" title={t.cancel} does={ACTS.cancelConsensusList}>
			{state === 'open' ? (
				<Form action={href(routes.consensusCancellation, params)} form={form}>
					<p>{t.cancelMeans}</p>
					<TextArea name="reason" label={t.cancelReason} rows={4} autosave={`cancel-${data.list.id}`} />
					<ButtonRow>
						<Button>{t.cancelNow}</Button>
						<LinkButton look="secondary" href={toList}>
							{t.toList}
						</LinkButton>
					</ButtonRow>
				</Form>
			) : (
				<>
					<Sentence tone="warning">
						{refusalSentence(lang, { code: 'consensusListOver', cancelled: state === 'cancelled' })}
					</Sentence>
					<p>
						<a href={toList}>{t.toList}</a>
					</p>
				</>
			)}
		</StatementPage>
	)
}
