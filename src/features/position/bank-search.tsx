import { bankWords } from '#i18n/bank.ts'
import { catalogue } from '#i18n/index.ts'
import type { BankChoice, PositionBank } from '#read/position/bank.ts'
import type { BankView } from '#read/position/bank-view.ts'
import { useLanguage } from '#ui/language.ts'
import { Button } from '#ui/parts/button.tsx'
import { Select, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'

type BankSearchProps = {
	readonly bank: PositionBank
	readonly wanted: BankView
	readonly here: string
	readonly carried: Readonly<Record<string, string>>
}

export const isNarrowed = ({ search, topic, group, level }: BankView): boolean =>
	search !== '' || topic !== null || group !== null || level !== null

/** What stands among the choices though nothing is left of it: what was chosen. */
const withChosen = (choices: readonly BankChoice[], chosen: string | null): readonly BankChoice[] =>
	chosen === null || choices.some(({ value }) => value === chosen)
		? choices
		: [...choices, { value: chosen, name: chosen, count: 0 }]

/** Words to look for, and what the positions are sorted by, as far as any is. */
export function BankSearch({ bank, wanted, here, carried }: BankSearchProps) {
	const lang = useLanguage()
	const t = catalogue(lang).positions
	const words = bankWords(lang)
	const named = ({ value, name, count }: BankChoice) => ({ value, label: words.counted(name, count) })
	const levels = bank.levels.map((each) => ({ ...each, name: levelName(each.value, words.levels) }))
	const choice = (name: 'topic' | 'group' | 'level', label: string, any: string, choices: readonly BankChoice[]) => {
		const chosen = wanted[name]
		if (choices.length === 0 && chosen === null) return null
		const options = [{ value: '', label: any }, ...withChosen(choices, chosen).map(named)]
		return <Select name={name} label={label} optional={false} noEmpty value={chosen ?? ''} options={options} />
	}
	return (
		<search class="search">
			<Form action={here} method="get" values={carried}>
				<TextField
					type="search"
					name="search"
					label={t.searchFor}
					hint={t.searchHint}
					optional={false}
					value={wanted.search}
				/>
				{choice('topic', words.topic, words.anyTopic, bank.topics)}
				{choice('group', words.group, words.anyGroup, bank.groups)}
				{choice('level', words.level, words.anyLevel, levels)}
				<Button look="secondary">{t.search}</Button>
			</Form>
		</search>
	)
}

const levelName = (value: string, names: Readonly<Record<string, string>>): string =>
	Object.hasOwn(names, value) ? (names[value] ?? value) : value
