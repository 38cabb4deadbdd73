import type { Child } from 'hono/jsx'
import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { rewriting } from '#domain/statement/acts.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { TextPart } from '#domain/statement/parts.ts'
import { amendmentWords, proposingWords } from '#i18n/amendments.ts'
import { catalogue } from '#i18n/index.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import type { TextView } from '#read/comment/comments.ts'
import type { PositionSource } from '#read/position/sources.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { type AfterAct, AlikeMark } from './after-act.tsx'

type Props = AfterAct

/** Where a part stands among the parts of the text. */
export type PartPlace = {
	readonly part: TextPart
	/** The first block of the part before the one above: the part goes after it when it is moved up. Null: it becomes the first. */
	readonly above: BlockVersion | null | undefined
	/** The part below, after which it goes when it is moved down. */
	readonly below: TextPart | undefined
}

/**
 * Beside a block: one way to change its part where it is written, and all else that can be done behind a fold, so that the text reads as a text. What
 * was said of it and proposed for it is told. Elsewhere the first way is to say something of it.
 */
export function PartMarks({
	block,
	name,
	place,
	...props
}: Props & { readonly block: BlockVersion; readonly name: string; readonly place: PartPlace }) {
	const { data, lang, params, viewer } = props
	const { statement } = data.header
	const edits = offers(ACTS.editDocument, viewer, statement)
	const writes = edits && place.part[0] === block
	const comments = offers(ACTS.makeComment, viewer, statement)
	const said = data.comments.find(({ blockId }) => blockId === block.blockId)
	const at = { ...props, block, name }
	const ways = proposalsOf(at, place)
	return (
		<div class="marks no-print" id={`b-${block.blockId}`} lang={lang}>
			{writes && (
				<a href={href(routes.writing, params, { part: block.blockId })}>
					{catalogue(lang).common.verbs.change}
					<span class="vh"> {name}</span>
				</a>
			)}
			{comments && said && <Said {...at} said={said} />}
			{comments && !said && !edits && <Give {...at} />}
			<Amended {...at} />
			{!edits && ways.length > 0 && (
				<Fold label={amendmentWords(lang).propose} on={catalogue(lang).comments.on(name)}>
					<Ways {...at} ways={ways} />
				</Fold>
			)}
			<Source coalition={params.coalition} source={data.sources[block.blockId]} />
			<AlikeMark {...props} block={block} />
			{edits && (writes || comments || ways.length > 0) && (
				<Fold label={catalogue(lang).drafting.more} on={catalogue(lang).drafting.moreOn(name)}>
					{comments && (
						<li>
							<Give {...at} />
						</li>
					)}
					{writes && <More {...props} name={name} place={place} />}
					<Ways {...at} ways={ways} />
				</Fold>
			)}
		</div>
	)
}

type At = Props & { readonly block: BlockVersion; readonly name: string }

function Fold({ label, on, children }: { readonly label: string; readonly on: string; readonly children: Child }) {
	return (
		<details>
			<summary>
				{label}
				<span class="vh"> {on}</span>
			</summary>
			<ul>{children}</ul>
		</details>
	)
}

/** What was said about a block. */
function Said({ lang, params, block, name, said }: At & { readonly said: TextView['comments'][number] }) {
	const t = catalogue(lang).comments
	return (
		<a href={`${href(routes.comments, params, { block: block.blockId })}#on-${block.blockId}`}>
			{t.count(said.count, said.open)}
			<span class="vh"> {t.on(name)}</span>
		</a>
	)
}

function Give({ lang, params, block, name }: At) {
	const t = catalogue(lang).comments
	return (
		<a href={href(routes.newComment, params, { on: block.id })}>
			{t.give}
			<span class="vh"> {t.on(name)}</span>
		</a>
	)
}

/** The amendments to a block. */
function Amended({ data, lang, params, block, name }: At) {
	const t = amendmentWords(lang)
	const count = data.amended.get(block.blockId) ?? 0
	if (count === 0) return null
	return (
		<a href={`${href(routes.amendments, params, { block: block.blockId })}#on-${block.blockId}`}>
			{t.count(count)}
			<span class="vh"> {t.on(name)}</span>
		</a>
	)
}

type Way = { readonly to: string; readonly label: string }

/** The ways to propose an amendment to the part that begins with the block. */
function proposalsOf({ data, lang, params, viewer, block }: At, { part }: PartPlace): readonly Way[] {
	if (part[0] !== block || !offers(ACTS.proposeAmendment, viewer, data.header.statement)) return []
	const t = amendmentWords(lang)
	const to = (query: Record<string, string>) => href(routes.newAmendment, params, query)
	return [
		{ to: to({ part: block.blockId }), label: t.proposeWords },
		{ to: to({ way: 'remove', part: block.blockId }), label: t.proposeRemoval },
		{ to: to({ way: 'add', part: block.blockId }), label: t.proposeAfter },
		...(block.content.kind === 'heading' ? [{ to: to({ section: block.blockId }), label: t.proposeSection }] : []),
		{
			to: href(routes.amendmentsInText, params, { block: block.blockId }),
			label: proposingWords(lang).title,
		},
	]
}

function Ways({ lang, name, ways }: At & { readonly ways: readonly Way[] }) {
	return (
		<>
			{ways.map(({ to, label }) => (
				<li>
					<a href={to}>
						{label}
						<span class="vh"> {amendmentWords(lang).on(name)}</span>
					</a>
				</li>
			))}
		</>
	)
}

type MoreProps = Props & { readonly name: string; readonly place: PartPlace }

function More({ data, form, lang, params, viewer, name, place: { part, above, below } }: MoreProps) {
	const t = catalogue(lang).drafting
	const [first] = part
	const last = part.at(-1) ?? first
	const at = { ...params, block: first.blockId }
	return (
		<>
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
			<li>
				<a href={href(routes.standardInserts, params, { after: last.blockId })}>
					{standardWords(lang).insertAfter}
					<span class="vh"> {name}</span>
				</a>
			</li>
			{offers(ACTS.keepStandardText, viewer) && (
				<li>
					<a
						href={href(
							routes.newStandardText,
							{ coalition: params.coalition },
							{ from: params.statement, part: first.blockId },
						)}
					>
						{standardWords(lang).savePart}
						<span class="vh"> {name}</span>
					</a>
				</li>
			)}
			{first.content.kind === 'heading' &&
				offers(rewriting(data.header.statement.stage), viewer, data.header.statement) && (
					<li>
						<a href={href(routes.writing, params, { section: first.blockId })}>
							{t.writeSection}
							<span class="vh"> {name}</span>
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
		</>
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
