import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { rewriting } from '#domain/statement/acts.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { TextPart } from '#domain/statement/parts.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import { catalogue } from '#i18n/index.ts'
import type { TextView } from '#read/comment/comments.ts'
import type { PositionSource } from '#read/position/positions.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'

type Props = PageView<TextView, StatementParams>

/** Where a part stands among the parts of the text. */
export type PartPlace = {
	readonly part: TextPart
	/** The first block of the part before the one above: the part goes after it when it is moved up. Null: it becomes the first. */
	readonly above: BlockVersion | null | undefined
	/** The part below, after which it goes when it is moved down. */
	readonly below: TextPart | undefined
}

/** Beside a block: one way to change its part, one to say something of it, and what else can be done behind a fold. */
export function PartMarks({
	block,
	name,
	place,
	...props
}: Props & { readonly block: BlockVersion; readonly name: string; readonly place: PartPlace }) {
	const { data, lang, params, viewer } = props
	const { statement } = data.header
	const t = catalogue(lang).drafting
	const writes = offers(ACTS.editDocument, viewer, statement) && place.part[0] === block
	return (
		<div class="marks no-print" id={`b-${block.blockId}`} lang={lang}>
			{writes && (
				<a href={href(routes.writing, params, { part: block.blockId })}>
					{catalogue(lang).common.verbs.change}
					<span class="vh"> {name}</span>
				</a>
			)}
			{offers(ACTS.makeComment, viewer, statement) && <Said {...props} block={block} name={name} />}
			<Amended {...props} block={block} name={name} place={place} />
			<Source coalition={params.coalition} source={data.sources[block.blockId]} />
			{writes && (
				<details>
					<summary>
						{t.more}
						<span class="vh"> {t.moreOn(name)}</span>
					</summary>
					<More {...props} name={name} place={place} />
				</details>
			)}
		</div>
	)
}

/** What was said about a block, and the way to say something. */
function Said({ data, lang, params, block, name }: Props & { readonly block: BlockVersion; readonly name: string }) {
	const t = catalogue(lang).comments
	const said = data.comments.find(({ blockId }) => blockId === block.blockId)
	return said ? (
		<a href={`${href(routes.comments, params, { block: block.blockId })}#on-${block.blockId}`}>
			{t.count(said.count, said.open)}
			<span class="vh"> {t.on(name)}</span>
		</a>
	) : (
		<a href={href(routes.newComment, params, { on: block.id })}>
			{t.give}
			<span class="vh"> {t.on(name)}</span>
		</a>
	)
}

/** The amendments to a block, and the ways to propose one. */
function Amended({
	data,
	lang,
	params,
	viewer,
	block,
	name,
	place: { part },
}: Props & { readonly block: BlockVersion; readonly name: string; readonly place: PartPlace }) {
	const t = amendmentWords(lang)
	const count = data.amended.get(block.blockId) ?? 0
	const proposes = offers(ACTS.proposeAmendment, viewer, data.header.statement) && part[0] === block
	const to = (query: Record<string, string>) => href(routes.newAmendment, params, query)
	const ways = [
		{ to: to({ way: 'remove', part: block.blockId }), label: t.proposeRemoval },
		{ to: to({ way: 'add', part: block.blockId }), label: t.proposeAfter },
		...(block.content.kind === 'heading' ? [{ to: to({ section: block.blockId }), label: t.proposeSection }] : []),
	]
	return (
		<>
			{count > 0 && (
				<a href={`${href(routes.amendments, params, { block: block.blockId })}#on-${block.blockId}`}>
					{t.count(count)}
					<span class="vh"> {t.on(name)}</span>
				</a>
			)}
			{proposes && (
				<details>
					<summary>
						{t.propose}
						<span class="vh"> {t.on(name)}</span>
					</summary>
					<ul>
						{[{ to: to({ part: block.blockId }), label: t.proposeWords }, ...ways].map((way) => (
							<li>
								<a href={way.to}>
									{way.label}
									<span class="vh"> {t.on(name)}</span>
								</a>
							</li>
						))}
					</ul>
				</details>
			)}
		</>
	)
}

type MoreProps = Props & { readonly name: string; readonly place: PartPlace }

function More({ data, form, lang, params, viewer, name, place: { part, above, below } }: MoreProps) {
	const t = catalogue(lang).drafting
	const [first] = part
	const last = part.at(-1) ?? first
	const at = { ...params, block: first.blockId }
	const said = data.comments.some(({ blockId }) => blockId === first.blockId)
	return (
		<ul>
			{above !== undefined && (
				<li>
					<Form action={href(routes.blockMoves, at)} form={form} values={{ after: above?.blockId ?? '' }}>
						<Button look="quiet">
							{t.moveUp}
							<span class="vh"> {name}</span>
						</Button>
					</Form>
				</li>
			)}
			{below !== undefined && (
				<li>
					<Form action={href(routes.blockMoves, at)} form={form} values={{ after: (below.at(-1) ?? below[0]).blockId }}>
						<Button look="quiet">
							{t.moveDown}
							<span class="vh"> {name}</span>
						</Button>
					</Form>
				</li>
			)}
			<li>
				<a href={href(routes.blocks, params, { after: last.blockId })}>
					{t.addAfter}
					<span class="vh"> {name}</span>
				</a>
			</li>
			{first.content.kind === 'heading' &&
				offers(rewriting(data.header.statement.stage), viewer, data.header.statement) && (
					<li>
						<a href={href(routes.writing, params, { section: first.blockId })}>
							{t.writeSection}
							<span class="vh"> {name}</span>
						</a>
					</li>
				)}
			{said && (
				<li>
					<a href={href(routes.newComment, params, { on: first.id })}>
						{catalogue(lang).comments.give}
						<span class="vh"> {catalogue(lang).comments.on(name)}</span>
					</a>
				</li>
			)}
			<li>
				<Form action={href(routes.blockRemovals, at)} form={form} values={{ seen: part.map(({ id }) => id).join(' ') }}>
					<Button look="quiet">
						{t.remove}
						<span class="vh"> {name}</span>
					</Button>
				</Form>
			</li>
		</ul>
	)
}

type SourceProps = { readonly coalition: string; readonly source: PositionSource | undefined }

/** Where a position came from that was taken from the bank. */
function Source({ coalition, source }: SourceProps) {
	if (source === undefined) return null
	const t = catalogue(useLanguage()).positions
	const published = { coalition, year: String(source.year), number: String(source.statementNumber) }
	return (
		<span class="source">
			<a href={`${href(routes.published, published)}#p${source.number}`}>
				{t.from(t.source(source.label, source.number))}
			</a>
			{source.changed && `, ${t.changed}`}
		</span>
	)
}
