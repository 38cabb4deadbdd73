import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import type { NewAmendmentView } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Radios } from '#ui/parts/choices.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import type { WayToAmend } from './forms.ts'
import { WritingForm } from './writing-form.tsx'

type Props = PageView<NewAmendmentView, StatementParams> & {
	readonly way: WayToAmend
	readonly stretch: readonly BlockVersion[]
	readonly shown: string
	readonly wanted: readonly Wanted[] | null
}

/** A new amendment: a change of a part or section, that a part is struck, a new part, or a new position. */
export function NewAmendmentPage(props: Props) {
	const { data, form, lang, params, query, way, stretch, shown, wanted, viewer } = props
	const { header, blocks } = data
	const { statement } = header
	const t = amendmentWords(lang)
	const [first] = stretch
	const back = href(routes.statement, params, { block: first?.blockId }) + (first ? `#b-${first.blockId}` : '')
	const speakers = viewer.associations.filter(({ id }) => offers(ACTS.proposeAmendment, viewer, { associationId: id }))
	const puts = offers(ACTS.putForwardAmendment, viewer)
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.newTitle[way]} does={ACTS.proposeAmendment}>
			{way === 'position' && <p>{t.positionPlace}</p>}
			{way === 'add' && first && <p>{t.addPlace(nameOf(props, first))}</p>}
			<WritingForm
				to={href(routes.amendments, params, where(query))}
				cancel={way === 'position' ? href(routes.amendments, params) : back}
				form={form}
				way={way}
				blocks={blocks}
				stretch={stretch}
				shown={shown}
				wanted={wanted}
				autosave={`amendment-${statement.id}-${way}-${first?.blockId ?? ''}`}
				submit={puts ? t.putForward : t.leaveToDelegate}
				{...(speakers.length === 1 && { values: { as: speakers[0]?.id ?? '' } })}
			>
				{speakers.length > 1 && (
					<Radios
						name="as"
						label={t.fields.as}
						value={speakers[0]?.id}
						options={speakers.map(({ id, name }) => ({ value: id, label: name }))}
					/>
				)}
			</WritingForm>
			<Sentence>{puts ? t.putForwardMeans : t.leaveMeans}</Sentence>
		</StatementPage>
	)
}

/** What the form is about, kept in its address. */
const where = (query: URLSearchParams) => ({
	way: query.get('way') ?? undefined,
	part: query.get('part') ?? undefined,
	section: query.get('section') ?? undefined,
})

function nameOf({ data: { blocks }, lang }: Props, { blockId }: BlockVersion): string {
	const named = numberBlocks(blocks.map(({ content }) => content))[blocks.findIndex((each) => each.blockId === blockId)]
	return named ? blockName(lang, named) : ''
}
