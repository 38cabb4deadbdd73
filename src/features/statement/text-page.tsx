import { ACTS } from '#domain/acts.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import { rewriting } from '#domain/statement/acts.ts'
import { numberBlocks } from '#domain/statement/block.ts'
import { partsOf, type TextPart } from '#domain/statement/parts.ts'
import { TYPABLE } from '#domain/statement/statement.ts'
import { proposingWords } from '#i18n/amendments.ts'
import { editorWords } from '#i18n/editor.ts'
import { catalogue } from '#i18n/index.ts'
import { likenessWords } from '#i18n/likenesses.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import { topicWords } from '#i18n/topics.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import { type Part, partWith } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { FOLLOW_SCRIPT } from '#ui/scripts.ts'
import { StatementPage } from '#ui/statement-page.tsx'
import { type AfterAct, AlikeNotice, Told } from './after-act.tsx'
import { OncePublished } from './once-published.tsx'
import { PartMarks } from './part-marks.tsx'

type Props = AfterAct

/** The text of a statement: to be read by all, and written by those who may while it is a draft. */
export function TextPage(props: Props) {
	const { viewer, data, lang, params, query } = props
	const { header, blocks } = data
	const { statement } = header
	const t = catalogue(lang).drafting
	const writer = offers(ACTS.editDocument, viewer, statement)
	const proposes = offers(ACTS.proposeAmendments, viewer, statement)
	const marked = writer || offers(ACTS.makeComment, viewer, statement)
	const parts = partsOf(blocks)
	// To be read it is whole; with what can be done to each part it would be many times as long.
	const part = marked
		? partWith(parts, (each) => each.some(({ blockId }) => blockId === query.get('block')), query)
		: undefined
	const follows = !writer && blocks.length > 0 && TYPABLE.includes(statement.stage)
	const view = follows
		? { ...props, frame: { ...props.frame, script: [...(props.frame.script ?? []), ...FOLLOW_SCRIPT] } }
		: props
	return (
		<StatementPage view={view} header={header} tab="text" part={part}>
			<Told {...props} />
			<AlikeNotice {...props} />
			{follows && <Following {...props} />}
			{header.reason !== null && statement.stage !== 'published' && (
				<Sentence tone="warning">
					{statement.stage === 'withdrawn' ? t.withdrawnBecause(header.reason) : t.referredBecause(header.reason)}
				</Sentence>
			)}
			<OncePublished {...props} />
			{blocks.length === 0 && (
				<EmptyState
					title={t.noText}
					action={
						writer && (
							<ButtonRow>
								{offers(rewriting(statement.stage), viewer, statement) && (
									<LinkButton href={href(routes.editor, params)}>{editorWords(lang).write}</LinkButton>
								)}
								<LinkButton look="secondary" href={href(routes.pasteText, params)}>
									{t.paste}
								</LinkButton>
								<LinkButton look="secondary" href={href(routes.writing, params)}>
									{t.writeFirstBlock}
								</LinkButton>
							</ButtonRow>
						)
					}
				>
					{writer ? t.noTextHint : undefined}
				</EmptyState>
			)}
			{blocks.length > 0 && !part && (
				<Sheet>
					<StatementText language={statement.language} blocks={blocks.map((block) => block.content)} />
				</Sheet>
			)}
			{blocks.length > 0 && part && (
				<>
					{writer && <WaysToWrite {...props} />}
					{!writer && proposes && (
						<p class="no-print">
							<ProposeButton lang={lang} params={params} />
						</p>
					)}
					<InParts
						part={part}
						to={(number) => href(routes.statement, params, { part: number })}
						label={header.statement.title}
					>
						<MarkedText {...props} parts={parts} part={part} />
					</InParts>
				</>
			)}
			<Beside {...props} />
			<Steward {...props} />
		</StatementPage>
	)
}

/** Where the script says that the text changes as it is written; nothing where there is none. */
function Following({ lang, params }: Props) {
	const { follows, changed, moved } = editorWords(lang).following
	return (
		<p
			class="hint no-print"
			role="status"
			data-follow={href(routes.room, params)}
			data-follows={follows}
			data-changed={changed}
			data-moved={moved}
		/>
	)
}

/** The text to be read on paper, or by somebody without a seat; and what it is sorted under. */
function Beside({ data, lang, params }: Props) {
	const t = catalogue(lang).drafting
	const { statement } = data.header
	return (
		<ul class="ways no-print">
			{data.blocks.length > 0 && statement.stage !== 'published' && (
				<>
					<li>
						<a href={href(routes.draftPdf, params)}>{t.asPdf}</a>
					</li>
					<li>
						<a href={href(routes.draftDocx, params)}>{t.asWord}</a>
					</li>
				</>
			)}
			<li>
				<a href={href(routes.statementTopics, params)}>{topicWords(lang).choose.link}</a>
			</li>
		</ul>
	)
}

/** All of the text at once: to write in, and to propose changes of; the rest behind a fold, so that the text comes first. */
function WaysToWrite({ viewer, data, lang, params }: Props) {
	const t = catalogue(lang).drafting
	const { statement } = data.header
	const whole = offers(rewriting(statement.stage), viewer, statement)
	const proposes = offers(ACTS.proposeAmendments, viewer, statement)
	const { coalition } = params
	const more = [
		...(whole ? [{ to: href(routes.pasteText, params), label: t.paste }] : []),
		{ to: href(routes.statementTitle, params), label: t.changeTitle },
		{ to: href(routes.positionInserts, params), label: catalogue(lang).positions.insertTitle },
		{ to: href(routes.standardInserts, params), label: standardWords(lang).insertTitle },
		...(offers(ACTS.keepStandardText, viewer)
			? [
					{
						to: href(routes.newStandardText, { coalition }, { from: statement.id }),
						label: standardWords(lang).saveTemplate,
					},
				]
			: []),
		{ to: href(routes.likenesses, params), label: likenessWords(lang).title },
	]
	return (
		<div class="no-print">
			{(whole || proposes) && (
				<ButtonRow>
					{whole && <LinkButton href={href(routes.editor, params)}>{editorWords(lang).write}</LinkButton>}
					{proposes && <ProposeButton lang={lang} params={params} />}
				</ButtonRow>
			)}
			{whole && (
				<p>
					<a href={href(routes.writing, params)}>{t.writeWhole}</a>
				</p>
			)}
			<details>
				<summary>{t.moreWays}</summary>
				<ul class="ways">
					{more.map(({ to, label }) => (
						<li>
							<a href={to}>{label}</a>
						</li>
					))}
				</ul>
			</details>
		</div>
	)
}

function ProposeButton({ lang, params }: Pick<Props, 'lang' | 'params'>) {
	return (
		<LinkButton look="secondary" href={href(routes.amendmentsInText, params)}>
			{proposingWords(lang).title}
		</LinkButton>
	)
}

type MarkedProps = Props & { readonly parts: readonly TextPart[]; readonly part: Part<TextPart> }

/** The text as the public sees it, with a quiet mark beside each part. */
function MarkedText({ parts, part, ...props }: MarkedProps) {
	const { data, lang } = props
	const { blocks, header } = data
	const numbers = numberBlocks(blocks.map(({ content }) => content))
	const placeOf = new Map(parts.flatMap((each, at) => each.map(({ blockId }) => [blockId, at] as const)))
	const from = parts.slice(0, part.before).flat().length
	return (
		<Sheet marked>
			<StatementText
				language={header.statement.language}
				blocks={blocks.map(({ content }) => content)}
				stretch={part.count === 1 ? undefined : [from, from + part.items.flat().length]}
				beside={(index) => {
					const [block, named] = [blocks[index], numbers[index]]
					const at = block && placeOf.get(block.blockId)
					const own = at === undefined ? undefined : parts[at]
					if (!block || !named || at === undefined || !own) return null
					const place = { part: own, above: at === 0 ? undefined : (parts[at - 2]?.[0] ?? null), below: parts[at + 1] }
					return <PartMarks {...props} block={block} name={blockName(lang, named)} place={place} />
				}}
			/>
		</Sheet>
	)
}

/** The steps that the chair and the secretary can take from here, beyond the one that waits on them. */
function Steward({ viewer, data, lang, params }: Props) {
	const { statement, situation } = data.header
	const may = (act: DeclaredAct) => offers(act, viewer, statement)
	const t = catalogue(lang).drafting
	const links = [
		...(may(ACTS.openBallot) && situation.written
			? [{ to: href(routes.newBallot, params), label: catalogue(lang).ballot.open }]
			: []),
		...(may(ACTS.referBack)
			? [{ to: href(routes.referral, params), label: catalogue(lang).signoff.referral.title }]
			: []),
		...(statement.stage === 'published' && may(ACTS.redactBlock)
			? [{ to: href(routes.redactions, params), label: catalogue(lang).signoff.redaction.title }]
			: []),
		...(may(ACTS.withdrawStatement)
			? [{ to: href(routes.withdrawal, params), label: catalogue(lang).signoff.withdrawal.title }]
			: []),
	]
	if (links.length === 0) return null
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
