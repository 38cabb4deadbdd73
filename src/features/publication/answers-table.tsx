import { publicWords } from '#i18n/public.ts'
import type { RecordedAssociation, RecordHead } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { Table } from '#ui/parts/table.tsx'
import { Tag, type Tone } from '#ui/parts/tag.tsx'

const tones: Readonly<Record<'signed' | 'declined' | 'silent', Tone>> = {
	signed: 'good',
	declined: 'bad',
	silent: 'plain',
}

type AnswersTableProps = {
	readonly record: RecordHead
	/** Those of the record, or some of them. */
	readonly associations: readonly RecordedAssociation[]
}

/** How each association voted, and whether it stands behind the text. */
export function AnswersTable({ record, associations }: AnswersTableProps) {
	const t = publicWords(useLanguage())
	const words = t.publicPages.decision
	const { bylaws, track } = record.decision
	const open = bylaws.secrecy !== 'secret'
	const light = track === 'light'
	const rows = associations.map(({ name, area, vote, signoff }) => {
		const silent = light ? t.publicPages.statement.didNotObject : t.publicPages.statement.notSigned
		const signing = <Tag tone={tones[signoff]}>{signoff === 'silent' ? silent : t.signoff.statuses[signoff]}</Tag>
		const association = (
			<>
				{name}
				{area !== '' && (
					<>
						<br />
						<span class="about">{area}</span>
					</>
				)}
			</>
		)
		return [association, ...(open ? [vote === null ? words.notVoted : t.ballot.choices[vote]] : []), signing]
	})
	const columns = [t.members.association, ...(open ? [words.vote] : []), words.signoff]
	return (
		<div class="answers">
			<Table caption={words.table} columns={columns.map((label) => ({ label }))} rows={rows} />
		</div>
	)
}
