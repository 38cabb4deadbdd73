import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { catalogue } from '#i18n/index.ts'
import { inlineText } from '#markup/inline.ts'
import type { TextView } from '#read/comment/comments.ts'
import type { PositionSource } from '#read/position/positions.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import type { Part } from '#ui/part.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { InlineText } from '#ui/parts/statement-text.tsx'

type Props = PageView<TextView, StatementParams>

/** The text block by block: what there is to say about each, and to do to it for whoever may write. */
export function Editor({
	writer,
	part,
	...props
}: Props & { readonly writer: boolean; readonly part: Part<BlockVersion> }) {
	const { data, lang, params } = props
	const t = catalogue(lang).drafting
	const { blocks, header } = data
	const numbers = numberBlocks(blocks.map((block) => block.content))
	const comments = new Map(data.comments.map((each) => [each.blockId, each]))
	return (
		<>
			{writer && (
				<p>
					<a href={href(routes.statementTitle, params)}>{t.changeTitle}</a> ·{' '}
					<a href={href(routes.pasteText, params)}>{t.pasteInstead}</a> ·{' '}
					<a href={href(routes.positionInserts, params)}>{catalogue(lang).positions.insertTitle}</a>
				</p>
			)}
			<InParts
				part={part}
				to={(number) => href(routes.statement, params, { part: number })}
				label={header.statement.title}
			>
				<ol class="editor wide" start={part.count === 1 ? undefined : part.before + 1} lang={header.statement.language}>
					{part.items.map((version, place) => {
						const index = part.before + place
						const named = numbers[index]
						if (!named) return null
						const name = blockName(lang, named)
						return (
							<li id={`b-${version.blockId}`}>
								<p class="kind" lang={lang}>
									{name}
									<Source coalition={params.coalition} source={data.sources[version.blockId]} />
								</p>
								<BlockBody version={version} />
								<div class="acts" lang={lang}>
									<Said {...props} said={comments.get(version.blockId)} version={version} name={name} />
									{writer && <Acts {...props} index={index} name={name} />}
								</div>
							</li>
						)
					})}
				</ol>
			</InParts>
		</>
	)
}

/** What was said about a block, and the way to say something. */
function Said({
	lang,
	params,
	said,
	version,
	name,
}: Pick<Props, 'lang' | 'params'> & {
	readonly said: TextView['comments'][number] | undefined
	readonly version: BlockVersion
	readonly name: string
}) {
	const t = catalogue(lang).comments
	return (
		<>
			<a href={href(routes.newComment, params, { on: version.id })}>
				{t.give}
				<span class="vh"> {t.on(name)}</span>
			</a>
			{said && (
				<a href={`${href(routes.comments, params, { block: version.blockId })}#on-${version.blockId}`}>
					{t.count(said.count, said.open)}
					<span class="vh"> {t.on(name)}</span>
				</a>
			)}
		</>
	)
}

/** What can be done to a block. */
function Acts({ data, form, lang, params, index, name }: Props & { readonly index: number; readonly name: string }) {
	const t = catalogue(lang).drafting
	const { blocks } = data
	const version = blocks[index]
	if (!version) return null
	const at = { ...params, block: version.blockId }
	const above = blocks[index - 2]?.blockId ?? ''
	const below = blocks[index + 1]?.blockId
	return (
		<>
			<a href={href(routes.block, at)}>
				{catalogue(lang).common.verbs.change}
				<span class="vh"> {name}</span>
			</a>
			{index > 0 && (
				<Form action={href(routes.blockMoves, at)} form={form} values={{ after: above }}>
					<Button look="quiet">
						{t.moveUp}
						<span class="vh"> {name}</span>
					</Button>
				</Form>
			)}
			{below !== undefined && (
				<Form action={href(routes.blockMoves, at)} form={form} values={{ after: below }}>
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
