import { alignBlocks } from '#domain/statement/alignment.ts'
import { type Block, type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { merge } from '#domain/statement/merge.ts'
import { catalogue } from '#i18n/index.ts'
import { changesBetween } from '#markup/text-changes.ts'
import type { WritingView } from '#read/statement/writing.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { isAsked, Questions } from './questions.tsx'

type Props = PageView<WritingView, StatementParams> & {
	/** What is written in: all of the text, or a stretch of it. */
	readonly stretch: readonly BlockVersion[]
	/** The stretch as it is put into the field. */
	readonly shown: string
	/** What was typed, read as blocks, where what changes is to be shown. */
	readonly typed: readonly Block[] | null
	/** False: it is all of a text that others are asked about, which is not for this person to write anew. */
	readonly may: boolean
}

/** A part of the text, a section or all of it, in one field. */
export function WritingPage(props: Props) {
	const { data, form, lang, params, query, stretch, shown, typed, may } = props
	const { header, blocks } = data
	const t = catalogue(lang).drafting
	const [first] = stretch
	const [part, section] = [query.get('part'), query.get('section')]
	const isWhole = part === null && section === null
	const back = href(routes.statement, params, first && !isWhole ? { block: first.blockId } : {})
	const cancel = first && !isWhole ? `${back}#b-${first.blockId}` : back
	return (
		<StatementPage
			view={props}
			header={header}
			tab="text"
			title={isWhole ? t.writeWhole : t.changeBlock(nameIn(props))}
		>
			{may ? (
				<Form
					action={href(routes.writing, params, { part: part ?? undefined, section: section ?? undefined })}
					form={form}
					values={{ seen: stretch.map(({ id }) => id).join(' ') }}
				>
					{typed !== null && <Preview {...props} typed={typed} />}
					<Questions form={form} blocks={blocks} judgements={data.judgements} />
					<TextArea
						name="text"
						label={t.text}
						hint={isWhole ? t.wholeHint : t.partHint}
						rows={Math.min(30, Math.max(8, Math.ceil(shown.length / 60)))}
						value={shown}
						autosave={`text-${header.statement.id}-${isWhole ? 'whole' : (first?.blockId ?? '')}`}
					/>
					<Legend />
					<ButtonRow>
						{!isAsked(form) && <Button>{catalogue(lang).common.verbs.save}</Button>}
						<Button look="secondary" name="show" value="1">
							{t.showChanges}
						</Button>
						<LinkButton look="secondary" href={cancel}>
							{catalogue(lang).common.verbs.cancel}
						</LinkButton>
					</ButtonRow>
				</Form>
			) : (
				<>
					<Sentence>{t.wholeIsChairs}</Sentence>
					<p>
						<a href={href(routes.statement, params)}>{t.backToText}</a>
					</p>
				</>
			)}
		</StatementPage>
	)
}

function nameIn({ data: { blocks }, lang, stretch: [first] }: Props): string {
	const index = blocks.findIndex(({ blockId }) => blockId === first?.blockId)
	const numbered = numberBlocks(blocks.map(({ content }) => content))[index]
	return numbered ? blockName(lang, numbered) : catalogue(lang).drafting.text
}

/** What changes when what was typed is saved, word by word. */
function Preview({ data, lang, stretch, typed }: Props & { readonly typed: readonly Block[] }) {
	const t = catalogue(lang).drafting
	const merged = merge(stretch, alignBlocks(stretch, typed), data.blocks, () => 'mine')
	const changes = changesBetween(data.blocks, merged.blocks)
	return (
		<section aria-labelledby="changes" role="status">
			<h2 id="changes">{t.whatChanges}</h2>
			{changes.length === 0 ? <p>{t.nothingChanges}</p> : <ChangedParts changes={changes} />}
		</section>
	)
}

/** How headings, positions and the rest are written. */
function Legend() {
	const t = catalogue(useLanguage()).drafting
	return (
		<Details summary={t.legend}>
			<dl class="written-so">
				{t.legendLines.map(([written, meaning]) => (
					<>
						<dt>
							<code class="as-typed">{written}</code>
						</dt>
						<dd>{meaning}</dd>
					</>
				))}
			</dl>
		</Details>
	)
}
