import type { Way } from '#domain/person/ways.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'

/** How whoever answered had signed in; nothing where that was not kept. */
export function SignedInBy({ way }: { readonly way: Way | null }) {
	return way && <span class="hint"> {catalogue(useLanguage()).signIn.ways[way]}</span>
}
