import { adoptedTogether } from '#domain/amendment/adopted-together.ts'
import type { Choice } from '#domain/amendment/collision.ts'
import { type Asked, leavesHeld, partsWanted } from '#domain/amendment/putting-together.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import { formatList } from '#i18n/format.ts'
import type { Language } from '#i18n/index.ts'
import { inlineText } from '#markup/inline.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import { blockName } from '#ui/block-name.ts'
import { Radios } from '#ui/parts/choices.tsx'
import type { Option } from '#ui/parts/field.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { isPreferred } from './ballots-on-it.tsx'
import { choiceField, choiceValue, textField } from './merging-fields.tsx'

type CollisionsProps = {
	readonly data: { readonly blocks: readonly BlockVersion[]; readonly amendments: readonly AmendmentRow[] }
	readonly lang: Language
	readonly state: { readonly made: { readonly asked: readonly Asked[] } }
}

/** Each place where amendments want different things, as a choice; then those in which one is chosen already, and those in which nothing can be. */
export function AskedCollisions(props: CollisionsProps) {
	const { data, lang, state } = props
	const t = mergingWords(lang)
	const found = state.made.asked.map((asked) => ({ asked, left: leftOf(asked, data, lang) }))
	const choosing = found.filter(({ left }) => left.length > 1)
	const only = found.filter(({ left }) => left.length === 1)
	const without = found.filter(({ left }) => left.length === 0)
	return (
		<>
			{choosing.length > 0 && (
				<section aria-labelledby="collisions">
					<h2 id="collisions">{t.choose(choosing.length)}</h2>
					<p>{t.chooseHint(choosing.some(({ left }) => takesText(left)))}</p>
					<Collisions {...props} found={choosing} />
				</section>
			)}
			{only.length > 0 && (
				<section aria-labelledby="collisions-only">
					<h2 id="collisions-only">{t.onlyOne(only.length)}</h2>
					<p>{t.onlyOneHint}</p>
					<Collisions {...props} found={only} />
				</section>
			)}
			{without.length > 0 && (
				<section aria-labelledby="collisions-without">
					<h2 id="collisions-without">{t.chooseNone(without.length)}</h2>
					<Collisions {...props} found={without} />
				</section>
			)}
		</>
	)
}

/** Whether nothing can stand in a collision: one of those that want something there is to be left out. */
export const isWithoutChoice = (asked: Asked, data: CollisionsProps['data'], lang: Language): boolean =>
	leftOf(asked, data, lang).length === 0

/** All that can stand in a collision, where that is one thing: nobody is asked to choose it. */
export function onlyChoice(asked: Asked, data: CollisionsProps['data'], lang: Language): Choice | null {
	const [only, ...others] = leftOf(asked, data, lang)
	return only !== undefined && others.length === 0 ? only.choice : null
}

type FoundProps = CollisionsProps & {
	readonly found: readonly { readonly asked: Asked; readonly left: readonly Choosable[] }[]
}

function Collisions({ data, lang, found }: FoundProps) {
	const t = mergingWords(lang)
	const named = numberBlocks(data.blocks.map(({ content }) => content))
	return (
		<>
			{found.map(({ asked: collision, left }) => {
				const { key, kind, place, base, choice } = collision
				const block = named[place]
				const stands = data.blocks[place]
				const label = t.inPart(block ? blockName(lang, block) : '', t.what[kind])
				const about = (
					<>
						{stands && kind === 'words' && <AsTyped>{textsOf(stands.content).map(inlineText).join('\n')}</AsTyped>}
						<p>
							{t.standsNow} <q>{base === '' ? t.nothing : base}</q>
						</p>
						<Held asked={collision} left={left} data={data} lang={lang} />
						<Preferred asked={collision} left={left} data={data} lang={lang} />
					</>
				)
				return (
					<>
						{left.length < 2 ? (
							<>
								<h3>{label}</h3>
								{about}
								{left.map((only) => (
									<p>
										<strong>{only.label}</strong> {only.hint}
										<input type="hidden" name={choiceField(key)} value={sentAs(only.choice)} />
									</p>
								))}
							</>
						) : (
							<Radios
								name={choiceField(key)}
								label={label}
								about={about}
								value={choice === null ? undefined : sentAs(choice)}
								options={left.map(({ choice, ...option }) => ({ ...option, value: sentAs(choice) }))}
							/>
						)}
						{left.length > 1 && takesText(left) && (
							<TextArea
								name={textField(key)}
								label={t.text}
								hint={t.textHint}
								rows={Math.min(10, Math.max(2, Math.ceil(base.length / 60)))}
								value={base}
								optional
							/>
						)}
					</>
				)
			})}
		</>
	)
}

type HeldProps = Pick<CollisionsProps, 'data' | 'lang'> & { readonly asked: Asked; readonly left: readonly Choosable[] }

/** That associations adopted what stands there, that there is one to choose where that is several, and what they had adopted before. */
function Held({ asked, left, data, lang }: HeldProps) {
	const { held, sides } = asked
	if (held.length === 0) return null
	const t = mergingWords(lang)
	const who = (ids: readonly string[]) =>
		namedIn(data, lang)(data.amendments.flatMap(({ id }) => (ids.includes(id) ? [id] : [])))
	const gets = (id: string, { choice }: Choosable) => leavesHeld(choice, { ...asked, held: [id] })
	const alike = left.every((option) => held.every((id) => gets(id, option)))
	const theirs = new Set<string>(data.amendments.filter((each) => adoptedTogether(each) !== null).map(({ id }) => id))
	const before = [...new Set(sides.flatMap(({ by }) => by))].filter(
		(id) => theirs.has(id) && !held.includes(id) && !left.some((option) => gets(id, option)),
	)
	const said = held.length === 1 ? t.held : alike ? t.heldAlike : t.heldSeveral
	const chosen = preferredAmong(sides, data)
	return (
		<>
			<p>{said(who(held))}</p>
			{before.length > 0 && <p>{t.heldBefore(who(before))}</p>}
			{chosen.length > 0 && <p>{t.heldPreferred(who(chosen))}</p>}
		</>
	)
}

/** That associations preferred what is wanted there to another, so that it comes in unchanged; of several that cannot, which to untick. */
function Preferred({ asked, left, data, lang }: HeldProps) {
	const preferred = asked.held.length > 0 ? [] : preferredAmong(asked.sides, data)
	if (preferred.length === 0) return null
	const t = mergingWords(lang)
	return <p>{(left.length === 0 ? t.preferredApart : t.preferred)(namedIn(data, lang)(preferred))}</p>
}

/** Those of a collision that associations preferred to another in a ballot, and did not adopt together. */
function preferredAmong(sides: Asked['sides'], { amendments }: CollisionsProps['data']): string[] {
	const theirs = new Set(sides.flatMap(({ by }) => by))
	return amendments
		.filter((each) => theirs.has(each.id) && adoptedTogether(each) === null && isPreferred(each))
		.map(({ id }) => id)
}

function sentAs(choice: Choice): string {
	if ('side' in choice) return choiceValue.side(choice.side)
	if ('all' in choice) return choiceValue.all(choice.all)
	return 'base' in choice ? choiceValue.base : choiceValue.text
}

/** Amendments by their ids, as they are named. */
function namedIn({ amendments }: CollisionsProps['data'], lang: Language) {
	const { from } = amendmentWords(lang)
	const names = new Map<string, string>(
		amendments.map(({ id, number, association }) => [id, from(number, association)]),
	)
	return (ids: readonly string[]) =>
		formatList(
			lang,
			ids.map((id) => names.get(id) ?? ''),
		)
}

type Choosable = Omit<Option, 'value'> & { readonly choice: Choice }

/**
 * What can stand there: where associations adopted one, only what leaves it as they did; where they preferred one, no words made of it, and
 * where that wants more elsewhere, which comes in, only its own.
 */
function leftOf(asked: Asked, data: CollisionsProps['data'], lang: Language): Choosable[] {
	const preferred = asked.held.length > 0 ? [] : preferredAmong(asked.sides, data)
	const own = data.amendments.filter((each) => preferred.includes(each.id) && partsWanted(each, data.blocks) > 1)
	return choosable(asked, data, lang).filter(
		({ choice }) =>
			leavesHeld(choice, asked) &&
			own.every(({ id }) => leavesHeld(choice, { ...asked, held: [id] })) &&
			!(preferred.length > 0 && ('all' in choice || 'text' in choice)),
	)
}

const takesText = (left: readonly Choosable[]): boolean => left.some(({ choice }) => 'text' in choice)

function choosable({ kind, sides: found, byHand }: Asked, data: CollisionsProps['data'], lang: Language): Choosable[] {
	const t = mergingWords(lang)
	const { blocks } = data
	// By number, as everywhere else on the page.
	const places = new Map<string, number>(data.amendments.map(({ id }, place) => [id, place]))
	const placeOf = ({ by }: (typeof found)[number]) => Math.min(...by.map((id) => places.get(id) ?? 0))
	const sides = found.toSorted((one, other) => placeOf(one) - placeOf(other))
	const who = namedIn(data, lang)
	const said = (words: string) => <q>{words === '' ? t.nothing : words}</q>
	const named = numberBlocks(blocks.map(({ content }) => content))
	const before = (place: number | undefined) => {
		const block = named[place ?? blocks.length]
		return block ? t.before(blockName(lang, block)) : t.last
	}
	const first = (ids: readonly string[]): Choice => ({ side: ids[0] ?? '' })
	const others = sides.filter(({ outcome }) => outcome !== 'removed').flatMap(({ by }) => by)
	const strikes = sides.filter(({ outcome }) => outcome === 'removed')
	const options: Choosable[] =
		kind === 'removed'
			? [
					...strikes.map(({ by }) => ({ choice: first(by), label: t.strikes(who(by)) })),
					{ choice: first(others), label: t.keeps(who([...new Set(others)])) },
				]
			: sides.map(({ by, words, before: place }) =>
					kind === 'moved'
						? { choice: first(by), label: t.moves(who(by), before(place)) }
						: { choice: first(by), label: t.side(who(by)), hint: said(words) },
				)
	const ids = sides.flatMap(({ by }) => by.slice(0, 1))
	return [
		...options,
		...(kind === 'words'
			? [
					{
						choice: { all: ids },
						label: t.both(who(ids)),
						hint: said(sides.map(({ words }) => words).join(' ')),
					},
				]
			: []),
		{ choice: { base: true }, label: t.neither },
		...(byHand ? [{ choice: { text: '' }, label: t.ownWords }] : []),
	]
}
