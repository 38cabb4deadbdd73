import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import type { FormErrors } from './field.tsx'

type ErrorSummaryProps = {
	readonly errors: FormErrors
	/** The id of a field, where it is not its name. */
	readonly ids?: Readonly<Record<string, string>> | undefined
}

/**
 * First in `main` when a form was refused: takes focus, so that the first thing heard is what to correct, and leads to
 * each field. Shows nothing when there are no errors.
 */
export function ErrorSummary({ errors, ids = {} }: ErrorSummaryProps) {
	const { '': whole, ...fields } = errors
	const found = [...(whole === undefined ? [] : [['', whole] as const]), ...Object.entries(fields)]
	if (found.length === 0) return null
	const t = publicWords(useLanguage()).ui.errorSummary
	return (
		<div class="error-summary" id="error-summary" role="alert" tabindex={-1} autofocus>
			<h2>{t.title}</h2>
			<ul>
				{found.map(([name, message]) => (
					<li>{name === '' ? message : <a href={`#${ids[name] ?? name}`}>{message}</a>}</li>
				))}
			</ul>
			<p>{t.nothingLost}</p>
		</div>
	)
}
