import { LEVELS } from '#domain/position/level.ts'
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

/** As far as there is what is asked for. */
export const knownOf = ({ topics, groups }: PositionBank, { topic, group, ...wanted }: BankView): BankView => ({
	...wanted,
	topic: topics.some(({ value }) => value === topic) ? topic : null,
	group: groups.some(({ value }) => value === group) ? group : null,
})

/** Words to look for, and what the positions are sorted by, as far as any is. */
export function BankSearch({ bank, wanted, here, carried }: BankSearchProps) {
	const lang = useLanguage()
	const t = catalogue(lang).positions
	const words = bankWords(lang)
	const named = ({ value, name, count }: BankChoice) => ({ value, label: words.counted(name, count) })
	const levels = LEVELS.flatMap((value) => {
		const count = bank.levels.find((each) => each.value === value)?.count ?? 0
		return count > 0 || value === wanted.level ? [{ value, name: words.levels[value], count }] : []
	})
	const choice = (name: 'topic' | 'group' | 'level', label: string, any: string, choices: readonly BankChoice[]) => {
		const chosen = wanted[name]
		if (choices.length === 0 && chosen === null) return null
		const options = [{ value: '', label: any }, ...choices.map(named)]
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
