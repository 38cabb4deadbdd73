import { swedishYear } from '#domain/kernel/calendar.ts'
import { numberLabel } from '#domain/publication/numbering.ts'
import { readyToPublish } from '#domain/publication/publication.ts'
import { silentAssociations, standingSignoffs } from '#domain/signing/signoff.ts'
import { formatDate, formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { PublicationView } from '#read/publication/publishing.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { Confirmation } from '#ui/parts/confirmation.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { signingOf } from './signoffs-page.tsx'

type Props = PageView<PublicationView, StatementParams>

/** Check your answers, and publish; once published, the receipt. */
export function PublicationPage(props: Props) {
	const { data, lang } = props
	const { header } = data
	const t = catalogue(lang).publication
	const { published } = header
	const title = published ? t.isPublished(published.label) : t.checkTitle
	return (
		<StatementPage
			view={props}
			header={header}
			tab="signoffs"
			title={title}
			heading={published ? 'own' : undefined}
			here={href(routes.publication, props.params)}
		>
			{published ? <Receipt {...props} title={title} /> : <Check {...props} />}
		</StatementPage>
	)
}

function Receipt({ data, lang, params, title }: Props & { readonly title: string }) {
	const t = catalogue(lang).publication
	const { published, changedAt, statement } = data.header
	if (!published) return null
	const address = href(routes.published, {
		coalition: params.coalition,
		year: String(published.year),
		number: String(published.number),
	})
	return (
		<Confirmation
			title={title}
			at={data.publishedAt ?? changedAt}
			rows={[
				{ label: t.number, value: published.label },
				{ label: t.statement, value: <Written>{statement.title}</Written> },
				{ label: t.address, value: <a href={address}>{address}</a> },
			]}
			next={
				<>
					<p>{t.next}</p>
					<ButtonRow>
						<LinkButton href={address}>{t.showPublished}</LinkButton>
						<LinkButton look="secondary" href={href(routes.sending, params)}>
							{catalogue(lang).tasks.kinds.markAsSent()}
						</LinkButton>
					</ButtonRow>
					<p>
						<a href={href(routes.outcomes, params)}>{catalogue(lang).outcomes.hint}</a>
					</p>
				</>
			}
		/>
	)
}

const hasSignature = (blocks: PublicationView['blocks']) => blocks.some(({ content }) => content.kind === 'signature')

function Check({ data, form, lang, now, params }: Props) {
	const t = catalogue(lang).publication
	const { header, coalition, blocks } = data
	const signing = signingOf(data)
	const ready = signing ? readyToPublish(signing, now) : null
	if (!signing || !ready?.ok) {
		return (
			<Notice tone="warning">
				<p>{ready && !ready.ok ? refusalSentence(lang, ready.reason) : t.notDecided}</p>
				<p>
					<a href={href(routes.signoffs, params)}>{t.toSignoffs}</a>
				</p>
			</Notice>
		)
	}
	const names = new Map<string, string>(signing.ballot.electorate.map((each) => [each.associationId, each.name]))
	const nameOf = (id: string) => names.get(id) ?? ''
	const standing = standingSignoffs(signing)
	const named = (answer: 'signed' | 'declined') =>
		standing.filter((each) => each.answer === answer).map((each) => nameOf(each.associationId))
	const list = (names: readonly string[]) => (names.length === 0 ? t.none : formatList(lang, names))
	const number = numberLabel(coalition.seriesPrefix, swedishYear(now), data.lastNumber + 1)
	return (
		<>
			<SummaryList
				rows={[
					{ label: t.statement, value: <Written>{header.statement.title}</Written> },
					{ label: t.numberBecomes, value: number },
					{ label: t.publishedOn, value: formatDate(lang, now) },
					...(header.inquiry ? [{ label: t.answers, value: <Written>{header.inquiry.title}</Written> }] : []),
					{ label: t.standBehind, value: list(named('signed')) },
					{ label: t.standNotBehind, value: list(named('declined')) },
					{ label: t.silent, value: list(silentAssociations(signing).map(nameOf)) },
				]}
			/>
			<Sentence tone="warning">{t.means}</Sentence>
			{(data.namesSomebody || hasSignature(blocks)) && (
				<Notice tone="warning">
					<p>{t.namesIn}</p>
					<p>{data.salted ? t.namesStay : `${t.namesGuessed} ${t.namesRemedy}`}</p>
				</Notice>
			)}
			<Form
				action={href(routes.publication, params)}
				form={form}
				values={{ textHash: header.statement.textHash ?? '' }}
			>
				<SubmitRow cancel={href(routes.signoffs, params)}>{t.publishAs(number)}</SubmitRow>
			</Form>
			<h2>{t.theText}</h2>
			<Sheet>
				<StatementText language={header.statement.language} blocks={blocks.map((block) => block.content)} />
			</Sheet>
		</>
	)
}
