import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { CoalitionRow } from '#read/coalition/operator.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Confirmation } from '#ui/parts/confirmation.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'

type Props = PageView<readonly CoalitionRow[]> & {
	/** Under what name the application is found. */
	readonly host: string
}

/** Every coalition, for the operator. After one was created, what is so now and what comes next. */
export function CoalitionsPage(props: Props) {
	const { data, form, lang, frame, query } = props
	const t = catalogue(lang).operator
	const created = form.typed === null ? data.find(({ slug }) => slug === query.get('created')) : undefined
	return (
		<Page
			{...frame}
			title={created ? t.created(created.name) : t.title}
			heading={created ? 'own' : 'shown'}
			where={created ? [{ label: t.title, href: href(routes.operator) }] : []}
		>
			{created ? <Created {...props} coalition={created} /> : <Coalitions {...props} />}
		</Page>
	)
}

function Coalitions({ data, form, lang }: Props) {
	const t = catalogue(lang).operator
	const create = (
		<ButtonRow>
			<LinkButton href={href(routes.operatorCoalitions)}>{t.create}</LinkButton>
		</ButtonRow>
	)
	if (data.length === 0) {
		return (
			<EmptyState title={t.none} action={create}>
				{t.noneHint}
			</EmptyState>
		)
	}
	const { columns } = t
	return (
		<div class="wide">
			{create}
			<Table
				caption={t.title}
				captionHidden
				columns={[
					{ label: columns.name },
					{ label: columns.prefix },
					{ label: columns.size },
					{ label: columns.created },
					{ label: columns.chair },
				]}
				rows={data.map((coalition) => [
					<>
						<a href={href(routes.coalition, { coalition: coalition.slug })}>{coalition.name}</a>
						{!coalition.listed && <Tag>{t.unlisted}</Tag>}
						{coalition.demo && <Tag>{t.demo}</Tag>}
					</>,
					coalition.seriesPrefix,
					t.size(coalition.associations, coalition.published),
					formatDate(lang, coalition.createdAt),
					<Chair coalition={coalition} form={form} />,
				])}
			/>
		</div>
	)
}

type ChairProps = Pick<Props, 'form'> & { readonly coalition: CoalitionRow }

function Chair({ coalition, form }: ChairProps) {
	const t = catalogue(useLanguage()).operator
	if (!coalition.hasChair) return <Tag tone="bad">{t.noChair}</Tag>
	if (coalition.chairHasMail) return <span>{t.chairWithMail}</span>
	return (
		<div>
			<Tag tone="wait">{t.chairWithoutMail}</Tag>
			<Form action={href(routes.operatorLinks, { coalition: coalition.slug })} form={form}>
				<Button look="quiet">
					{t.makeLink}
					<span class="vh">: {coalition.name}</span>
				</Button>
			</Form>
		</div>
	)
}

function Created({ form, lang, host, coalition }: Props & { readonly coalition: CoalitionRow }) {
	const t = catalogue(lang).operator
	const at = { coalition: coalition.slug }
	return (
		<Confirmation
			title={t.created(coalition.name)}
			at={coalition.createdAt}
			rows={[
				{
					label: t.publicAddress,
					value: <a href={href(routes.coalition, at)}>{host + href(routes.coalition, at)}</a>,
				},
				// No link: only those with a seat can open it, and the operator has none.
				{ label: t.membersAddress, value: host + href(routes.members, at) },
			]}
			next={
				<>
					<p>{coalition.chairHasMail ? t.chairInvited : t.chairNeedsLink}</p>
					{!coalition.chairHasMail && (
						<Form action={href(routes.operatorLinks, at)} form={form}>
							<SubmitRow>{t.makeLink}</SubmitRow>
						</Form>
					)}
					<p>
						<a href={href(routes.operator)}>{t.backToAll}</a>
					</p>
				</>
			}
		/>
	)
}

type ChairLinksPageProps = Pick<Props, 'lang' | 'frame'> & {
	readonly coalition: string
	/** Each a whole address, good once. */
	readonly links: readonly { readonly name: string; readonly address: string }[]
}

/** Sign-in links for chairs without e-mail, shown this once. */
export function ChairLinksPage({ lang, frame, coalition, links }: ChairLinksPageProps) {
	const t = catalogue(lang).operator
	return (
		<Page {...frame} title={t.linkTitle(coalition)} where={[{ label: t.title, href: href(routes.operator) }]}>
			<p>
				<strong>{t.linkOnce}</strong> {t.linkIsKey}
			</p>
			{links.map(({ name, address }) => (
				<>
					<h2>{t.linkFor(name)}</h2>
					<p class="sheet">
						<code>{address}</code>
					</p>
				</>
			))}
			<p>
				<a href={href(routes.operator)}>{t.backToAll}</a>
			</p>
		</Page>
	)
}
