import { ACTS } from '#domain/acts.ts'
import { wordsFor } from '#domain/comment/hiding.ts'
import { offers } from '#domain/members/authority.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { amendmentWords, proposingWords } from '#i18n/amendments.ts'
import { catalogue } from '#i18n/index.ts'
import type { NewAmendmentOfView } from '#read/amendment/from-comment.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Radios } from '#ui/parts/choices.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import type { WayToAmend } from './forms.ts'
import { WritingForm } from './writing-form.tsx'

type Props = PageView<NewAmendmentOfView, StatementParams> & {
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
	const said = saidIn(props)
	const puts = offers(ACTS.putForwardAmendment, viewer)
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.newTitle[way]} does={ACTS.proposeAmendment}>
			{way === 'position' && <p>{t.positionPlace}</p>}
			{way === 'add' && first && <p>{t.addPlace(nameOf(props, first))}</p>}
			{said !== null && (
				<Inset>
					<p>
						<strong>{proposingWords(lang).comment(said.who)}</strong>
					</p>
					<AsTyped>{said.text}</AsTyped>
					{data.thread && (
						<p>
							<a href={href(routes.commentThread, { ...params, thread: data.thread.id })}>
								{proposingWords(lang).toComment}
							</a>
						</p>
					)}
				</Inset>
			)}
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
				reason={said === null || said.hidden ? undefined : proposingWords(lang).reasonOf(said.who)}
				values={{
					...(speakers.length === 1 && { as: speakers[0]?.id ?? '' }),
					...(data.thread !== null && { comment: data.thread.id }),
				}}
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
	comment: query.get('comment') ?? undefined,
})

/** What the comment says that it is made of, and whose that is; null where there is none, or none that the viewer may read. */
function saidIn({ data: { thread }, lang, viewer }: Props) {
	const first = thread?.entries[0]
	if (!thread || !first || first.withdrawn) return null
	const words = wordsFor(first, thread, viewer.person && { personId: viewer.person.id, seats: viewer.seats })
	return (
		words && {
			who: first.association ?? catalogue(lang).comments.byCoalition,
			text: words.text,
			hidden: first.hidden,
		}
	)
}

function nameOf({ data: { blocks }, lang }: Props, { blockId }: BlockVersion): string {
	const named = numberBlocks(blocks.map(({ content }) => content))[blocks.findIndex((each) => each.blockId === blockId)]
	return named ? blockName(lang, named) : ''
}
