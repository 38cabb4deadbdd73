import type { BlockId } from '#domain/kernel/id.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import type { Clash } from '#domain/statement/clash.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { diffWords } from '#markup/diff.ts'
import type { Judgement } from '#read/statement/writing.ts'
import { blockName } from '#ui/block-name.ts'
import { type FormState, typedValue, typedValues } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { DiffText } from '#ui/parts/diff-view.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { AsTyped } from '#ui/parts/written.tsx'

type Props = {
	readonly form: FormState
	/** The text as it stands. */
	readonly blocks: readonly BlockVersion[]
	readonly judgements: readonly Judgement[]
}

/** Whether the person is asked something before what they sent is done. */
export const isAsked = ({ rejection }: FormState): boolean =>
	rejection?.code === 'partsChanged' || rejection?.code === 'losesPlace'

/** What a person is asked before a text that they wrote is saved, and the buttons to answer with. What they answered before goes along. */
export function Questions({ form, blocks, judgements }: Props) {
	const { rejection } = form
	if (rejection?.code === 'partsChanged') {
		return (
			<>
				{typedValue(form, 'letGo') !== '' && <input type="hidden" name="letGo" value="1" />}
				<Clashes parts={rejection.parts} blocks={blocks} />
			</>
		)
	}
	if (rejection?.code === 'losesPlace') {
		const keep = typedValue(form, 'keep')
		return (
			<>
				{keep !== '' && <input type="hidden" name="keep" value={keep} />}
				{typedValues(form, 'against[]').map((id) => (
					<input type="hidden" name="against[]" value={id} />
				))}
				<LosesPlace ids={rejection.blocks} blocks={blocks} judgements={judgements} />
			</>
		)
	}
	return null
}

/** Others changed the same parts: both texts are shown, and neither is lost. */
function Clashes({ parts, blocks }: { readonly parts: readonly Clash[]; readonly blocks: readonly BlockVersion[] }) {
	const t = catalogue(useLanguage()).drafting.clash
	const nameOf = useNames(blocks)
	return (
		<>
			{parts.map(({ blockId, mine, theirs }) => {
				const [ours, others] = [mine && textsOf(mine).join('\n'), theirs && textsOf(theirs.content).join('\n')]
				return (
					<section class="clash">
						<input type="hidden" name="against[]" value={theirs?.id ?? 'gone'} />
						<h2>{nameOf(blockId) ?? t.removedPart}</h2>
						<h3>{t.theirs}</h3>
						<Inset>{others === null ? <p>{t.theyRemoved}</p> : <AsTyped>{others}</AsTyped>}</Inset>
						<h3>{t.mine}</h3>
						<Inset>
							{ours === null ? (
								<p>{t.youRemoved}</p>
							) : (
								<AsTyped>{others === null ? ours : <DiffText parts={diffWords(others, ours)} />}</AsTyped>
							)}
						</Inset>
					</section>
				)
			})}
			<ButtonRow>
				<Button name="keep" value="mine">
					{t.keepMine}
				</Button>
				<Button look="secondary" name="keep" value="theirs">
					{t.keepTheirs}
				</Button>
			</ButtonRow>
		</>
	)
}

type LosesProps = Omit<Props, 'form'> & { readonly ids: readonly BlockId[] }

/** Parts that others think something of would leave the text: which, and who. */
function LosesPlace({ ids, blocks, judgements }: LosesProps) {
	const t = catalogue(useLanguage()).drafting.losing
	return (
		<>
			<Losing ids={ids} blocks={blocks} judgements={judgements} />
			<ButtonRow>
				<Button look="danger" name="letGo" value="1">
					{t.confirm}
				</Button>
			</ButtonRow>
		</>
	)
}

/** Which of these parts others have judged, and who: what they thought is kept, but is no longer seen in the text. */
export function Losing({ ids, blocks, judgements }: LosesProps) {
	const lang = useLanguage()
	const { losing: t } = catalogue(lang).drafting
	const nameOf = useNames(blocks)
	const judged = Map.groupBy(judgements, ({ blockId }) => blockId)
	const standing = new Map(blocks.map((block) => [block.blockId, block]))
	const lost = ids.flatMap((blockId) => {
		const [of, block] = [judged.get(blockId), standing.get(blockId)]
		return of && block ? [{ blockId, of, text: textsOf(block.content).join(' ') }] : []
	})
	if (lost.length === 0) return null
	const by = (of: readonly Judgement[], what: Judgement['what']) =>
		formatList(lang, [
			...new Set(of.filter((each) => each.what === what).map(({ association }) => association ?? t.coalition)),
		])
	return (
		<ul class="losing">
			{lost.map(({ blockId, of, text }) => (
				<li>
					<strong>{nameOf(blockId)}</strong>: {text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text}
					<ul>
						{of.some(({ what }) => what === 'stance') && <li>{t.stances(by(of, 'stance'))}</li>}
						{of.some(({ what }) => what === 'comment') && <li>{t.comments(by(of, 'comment'))}</li>}
					</ul>
				</li>
			))}
		</ul>
	)
}

/** What a block of the text is called. */
function useNames(blocks: readonly BlockVersion[]): (blockId: BlockId) => string | undefined {
	const lang = useLanguage()
	const numbered = numberBlocks(blocks.map(({ content }) => content))
	const names = new Map(
		blocks.map(({ blockId }, index) => {
			const block = numbered[index]
			return [blockId, block && blockName(lang, block)]
		}),
	)
	return (blockId) => names.get(blockId)
}
