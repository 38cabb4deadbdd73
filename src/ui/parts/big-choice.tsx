import { CHOICES, type Choice } from '#domain/deciding/ballot.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Icon, type IconName } from './icon.tsx'

export type BigChoiceOption = {
	readonly value: string
	/** In one word, large. */
	readonly label: string
	/** In full: who does what. “Attention Stockholms län röstar ja” */
	readonly sentence: string
	readonly icon: IconName
	/** Already chosen: words that say so. */
	readonly current?: string | undefined
}

type BigChoiceProps = {
	readonly name: string
	/** The question. */
	readonly legend: string
	readonly options: readonly BigChoiceOption[]
}

/**
 * A few large buttons, each of which sends the form it stands in. All look alike, so that none is nudged. Stands last in
 * its form: what else can be filled in comes before it.
 */
export function BigChoice({ name, legend, options }: BigChoiceProps) {
	return (
		<fieldset class="big-choice">
			<legend>{legend}</legend>
			{options.map(({ value, label, sentence, icon, current }) => (
				<button type="submit" name={name} value={value} class={current === undefined ? undefined : 'current'}>
					<Icon name={icon} />
					<strong>{label}</strong> <span>{sentence}</span> {current !== undefined && <em>{current}</em>}
				</button>
			))}
		</fieldset>
	)
}

/** What a vote form sends as `choice`. `yesAndSign`: a yes that is also the association’s sign-off. */
const VOTES = ['yesAndSign', ...CHOICES] as const
type FormVote = (typeof VOTES)[number]

const icons: Readonly<Record<FormVote, IconName>> = { yesAndSign: 'check', yes: 'check', no: 'cross', abstain: 'dash' }

type VoteChoiceProps = {
	readonly legend: string
	/** The association that votes: its name is on every button. */
	readonly association: string
	/** Its vote as it stands. */
	readonly current?: FormVote | undefined
	/** A yes can sign at once, and has then a button of its own. */
	readonly signs?: boolean | undefined
	/** What yes and no stand for, where these are not the words. */
	readonly words?: ChoiceWords | null | undefined
}

/** What can be chosen in a ballot, in a word or two, and as a sentence: who does what. */
export type ChoiceWords = {
	readonly labels: Readonly<Record<Choice, string>>
	readonly sentences: Readonly<Record<Choice, (association: string) => string>>
	/** Both are for something, and none is against. */
	readonly alike: boolean
}

/** Yes, no and abstain in an association's name, sent as `choice`. What signs is a button, so that nobody signs by what was ticked. */
export function VoteChoice({ legend, association, current, signs = false, words }: VoteChoiceProps) {
	const t = catalogue(useLanguage()).ballot
	const own = words ?? { labels: t.choices, sentences: t.votes }
	const labels = signs ? { ...own.labels, ...t.yesToSign.labels } : { ...own.labels, yesAndSign: '' }
	const sentences = signs
		? { ...own.sentences, ...t.yesToSign.sentences }
		: { ...own.sentences, yesAndSign: own.sentences.yes }
	const options = VOTES.filter((choice) => signs || choice !== 'yesAndSign').map((choice) => ({
		value: choice,
		label: labels[choice],
		sentence: sentences[choice](association),
		icon: words?.alike && choice === 'no' ? icons.yes : icons[choice],
		current: choice === current ? t.yourVoteNow : undefined,
	}))
	return <BigChoice name="choice" legend={legend} options={options} />
}
