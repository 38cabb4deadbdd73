import { olderWords } from '#i18n/older.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import { useLanguage } from '#ui/language.ts'
import { Details, Notice } from '#ui/parts/notice.tsx'

/** That a statement was brought in, on whose word, and which associations do not know of it: before anything it says. */
export function OlderNotices({ older: { importedAt, contests } }: { readonly older: ReadOlder }) {
	const words = olderWords(useLanguage()).public
	return (
		<>
			<Notice>
				<p>
					<strong>{words.notice(importedAt)}</strong> {words.noticeWhat}
				</p>
			</Notice>
			<Contests contests={contests} />
		</>
	)
}

/** How many are read before the text; the others are behind a fold, so that it is still reached. */
const READ_FIRST = 5

function Contests({ contests }: Pick<ReadOlder, 'contests'>) {
	const words = olderWords(useLanguage()).public
	if (contests.length === 0) return null
	const said = ({ name, reason, carriedFrom }: ReadOlder['contests'][number]) => (
		<p>
			{words.contest(name)} {carriedFrom !== null && `${words.carried(carriedFrom)} `}
			{reason !== '' && <q>{reason}</q>}
		</p>
	)
	// A fold for one would be longer than what is in it.
	const [first, others] =
		contests.length === READ_FIRST + 1 ? [contests, []] : [contests.slice(0, READ_FIRST), contests.slice(READ_FIRST)]
	return (
		<Notice tone="warning">
			{first.map(said)}
			{others.length > 0 && <Details summary={words.moreContests(others.length)}>{others.map(said)}</Details>}
		</Notice>
	)
}
