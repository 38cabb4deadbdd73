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

const icons: Readonly<Record<Choice, IconName>> = { yes: 'check', no: 'cross', abstain: 'dash' }

type VoteChoiceProps = {
	readonly legend: string
	/** The association that votes: its name is on every button. */
	readonly association: string
	/** Its vote as it stands. */
	readonly current?: Choice | undefined
}

/** Yes, no and abstain in an association's name, sent as `choice`. */
export function VoteChoice({ legend, association, current }: VoteChoiceProps) {
	const t = catalogue(useLanguage()).ballot
	const options = CHOICES.map((choice) => ({
		value: choice,
		label: t.choices[choice],
		sentence: t.votes[choice](association),
		icon: icons[choice],
		current: choice === current ? t.yourVoteNow : undefined,
	}))
	return <BigChoice name="choice" legend={legend} options={options} />
}
