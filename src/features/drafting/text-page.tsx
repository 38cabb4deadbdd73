import { type BlockVersion, numberBlocks } from '#domain/block.ts'
import { WRITERS } from '#domain/seats.ts'
import { WRITABLE } from '#domain/statement.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { inlineText } from '#markup/inline.ts'
import type { StatementView } from '#read/deciding.ts'
import type { PositionSource } from '#read/positions.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Notice } from '#ui/parts/notice.tsx'
import { InlineText, StatementText } from '#ui/parts/statement-text.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<StatementView, StatementParams>

/** The text of a statement: to be read by all, and written by those who may while it is a draft. */
export function TextPage(props: Props) {
	const { viewer, data, lang, params } = props
	const { header, blocks } = data
	const { statement } = header
	const t = catalogue(lang).drafting
	const writer = viewer.seats.some((seat) => WRITERS.includes(seat.role)) && WRITABLE.includes(statement.stage)
	return (
		<StatementPage view={props} header={header} tab="text">
			<Told {...props} />
			{header.reason !== null && statement.stage !== 'published' && (
				<Notice lang={lang} tone="warning">
					<p>
						{statement.stage === 'withdrawn' ? t.withdrawnBecause(header.reason) : t.referredBecause(header.reason)}
					</p>
				</Notice>
			)}
			{header.published && (
				<ButtonRow>
					<LinkButton
						href={href(routes.published, {
							coalition: params.coalition,
							year: String(header.published.year),
							number: String(header.published.number),
						})}
					>
						{t.showPublished(header.published.label)}
					</LinkButton>
				</ButtonRow>
			)}
			{blocks.length === 0 && (
				<EmptyState
					title={t.noText}
					action={
						writer && (
							<ButtonRow>
								<LinkButton href={href(routes.pasteText, params)}>{t.paste}</LinkButton>
								<LinkButton look="secondary" href={href(routes.blocks, params)}>
									{t.writeFirstBlock}
								</LinkButton>
							</ButtonRow>
						)
					}
				>
					{writer ? t.noTextHint : undefined}
				</EmptyState>
			)}
			{blocks.length > 0 && !writer && (
				<Sheet>
					<StatementText lang={lang} language={statement.language} blocks={blocks.map((block) => block.content)} />
				</Sheet>
			)}
			{blocks.length > 0 && writer && <Editor {...props} />}
			<Steward {...props} />
		</StatementPage>
	)
}

/** What the last act did. */
function Told({ query, data, lang }: Props) {
	const t = catalogue(lang).drafting
	const done = query.get('done') ?? ''
	if (!Object.hasOwn(t.done, done)) return null
	const said = t.done[done as keyof typeof t.done]
	return (
		<Notice lang={lang} tone="success" live>
			<p>{said(formatLongDateTime(lang, data.header.changedAt), data.blocks.length)}</p>
		</Notice>
	)
}

function Editor({ data, form, lang, params }: Props) {
	const t = catalogue(lang).drafting
	const { blocks, header } = data
	const numbers = numberBlocks(blocks.map((block) => block.content))
	return (
		<>
			<p>
				<a href={href(routes.statementTitle, params)}>{t.changeTitle}</a> ·{' '}
				<a href={href(routes.pasteText, params)}>{t.pasteInstead}</a> ·{' '}
				<a href={href(routes.positionInserts, params)}>{catalogue(lang).positions.insertTitle}</a>
			</p>
			<ol class="editor wide" lang={header.statement.language}>
				{blocks.map((version, index) => {
					const at = { ...params, block: version.blockId }
					const { number, letter } = numbers[index] ?? { number: null, letter: null }
					const mark = letter ?? number
					const name = `${t.blockKinds[version.content.kind]}${mark === null ? '' : ` ${mark}`}`
					const above = blocks[index - 2]?.blockId ?? ''
					const below = blocks[index + 1]?.blockId
					return (
						<li id={`b-${version.blockId}`}>
							<p class="kind" lang={lang}>
								{name}
								<Source lang={lang} coalition={params.coalition} source={data.sources[version.blockId]} />
							</p>
							<BlockBody version={version} />
							<div class="acts" lang={lang}>
								<a href={href(routes.block, at)}>
									{catalogue(lang).common.verbs.change}
									<span class="vh"> {name}</span>
								</a>
								{index > 0 && (
									<Form action={href(routes.blockMoves, at)} idempotencyKey={form.key} values={{ after: above }}>
										<Button look="quiet">
											{t.moveUp}
											<span class="vh"> {name}</span>
										</Button>
									</Form>
								)}
								{below !== undefined && (
									<Form action={href(routes.blockMoves, at)} idempotencyKey={form.key} values={{ after: below }}>
										<Button look="quiet">
											{t.moveDown}
											<span class="vh"> {name}</span>
										</Button>
									</Form>
								)}
								<a href={href(routes.blocks, params, { after: version.blockId })}>
									{t.addAfter}
									<span class="vh"> {name}</span>
								</a>
							</div>
						</li>
					)
				})}
			</ol>
		</>
	)
}

type SourceProps = { readonly lang: Language; readonly coalition: string; readonly source: PositionSource | undefined }

/** Where a position came from that was taken from the bank. */
function Source({ lang, coalition, source }: SourceProps) {
	if (source === undefined) return null
	const t = catalogue(lang).positions
	const published = { coalition, year: String(source.year), number: String(source.statementNumber) }
	return (
		<>
			{' · '}
			<a href={`${href(routes.published, published)}#p${source.number}`}>
				{t.from(t.source(source.label, source.number))}
			</a>
			{source.changed && `, ${t.changed}`}
		</>
	)
}

function BlockBody({ version: { content } }: { readonly version: BlockVersion }) {
	switch (content.kind) {
		case 'list':
			return (
				<ul>
					{content.items.map((item) => (
						<li>
							<InlineText text={item} />
						</li>
					))}
				</ul>
			)
		case 'memberList':
			return (
				<>
					<p>
						<InlineText text={content.heading} />
					</p>
					<ul>
						{content.members.map(({ name, area }) => (
							<li>{area === '' ? name : `${name} (${area})`}</li>
						))}
					</ul>
				</>
			)
		case 'table':
			return (
				<ul>
					{[content.header, ...content.rows].map((row) => (
						<li>{row.map(inlineText).join(' | ')}</li>
					))}
				</ul>
			)
		case 'heading':
			return (
				<p class="heading">
					<strong>
						<InlineText text={content.text} />
					</strong>
				</p>
			)
		case 'quote':
			return (
				<blockquote>
					<InlineText text={content.text} />
				</blockquote>
			)
		default:
			return (
				<p>
					<InlineText text={content.text} />
				</p>
			)
	}
}

/** The steps that the chair and the secretary can take from here, beyond the one that waits on them. */
function Steward({ viewer, data, lang, params }: Props) {
	const { statement, situation } = data.header
	const chair = viewer.seats.some((seat) => seat.role === 'chair')
	if (!chair || statement.stage === 'withdrawn') return null
	const t = catalogue(lang).drafting
	const links = [
		...(WRITABLE.includes(statement.stage) && situation.written
			? [{ to: href(routes.newBallot, params), label: catalogue(lang).ballot.open }]
			: []),
		...(['consulting', 'deciding', 'signing'].includes(statement.stage)
			? [{ to: href(routes.referral, params), label: catalogue(lang).signoff.referral.title }]
			: []),
		...(statement.stage === 'published'
			? [
					{ to: href(routes.dispatches, params), label: catalogue(lang).publication.sending },
					{ to: href(routes.redactions, params), label: catalogue(lang).signoff.redaction.title },
				]
			: [{ to: href(routes.withdrawal, params), label: catalogue(lang).signoff.withdrawal.title }]),
	]
	return (
		<section class="no-print">
			<h2>{t.forChair}</h2>
			<ul>
				{links.map(({ to, label }) => (
					<li>
						<a href={to}>{label}</a>
					</li>
				))}
			</ul>
		</section>
	)
}
