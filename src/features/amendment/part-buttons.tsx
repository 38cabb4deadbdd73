import { mergingWords } from '#i18n/amendments.ts'
import { useLanguage } from '#ui/language.ts'
import type { Part } from '#ui/part.ts'
import { Button } from '#ui/parts/button.tsx'

/** To the parts before and after, of a form whose choices go along. */
export function PartButtons({ part: { number, count } }: { readonly part: Pick<Part<unknown>, 'number' | 'count'> }) {
	const t = mergingWords(useLanguage())
	return (
		<>
			{number > 1 && (
				<Button look="quiet" name="go" value={String(number - 1)}>
					{t.previous}
				</Button>
			)}
			{number < count && (
				<Button look="quiet" name="go" value={String(number + 1)}>
					{t.next}
				</Button>
			)}
		</>
	)
}
