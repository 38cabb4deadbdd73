import { localPath } from '#http/local-path.ts'
import { type FormState, typedValue } from '#ui/form-state.ts'

/** Where somebody wanted to go before they had to sign in: from the page's address, or from the form it was sent along with. */
export function wantedPath({
	query,
	form,
}: {
	readonly query: URLSearchParams
	readonly form: FormState
}): string | null {
	return localPath(typedValue(form, 'to', query.get('to') ?? ''))
}
