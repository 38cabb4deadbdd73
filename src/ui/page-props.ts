import type { Child } from 'hono/jsx'
import type { Hex } from '#domain/coalition/colour.ts'
import type { Language } from '#i18n/language.ts'
import type { Described } from '#ui/described.tsx'
import type { logoOf } from '#ui/logo.ts'
import type { Part } from '#ui/part.ts'
import type { FormErrors } from '#ui/parts/field.tsx'

export type Alternate = {
	readonly href: string
	/** `application/atom+xml`, `text/markdown`, `application/json`. */
	readonly type: string
	readonly title: string
}

export type Crumb = {
	readonly label: string
	readonly href: string
	/** Members wrote the label. */
	readonly written?: boolean
}

export type PageProps = {
	readonly lang: Language
	/** The page's `h1`, and first in the title of the window. */
	readonly title: string
	/** Members wrote the title. */
	readonly titleWritten?: boolean | undefined
	/** The part that is shown of a list too long for one page: the title of the window says which. */
	readonly part?: Pick<Part<unknown>, 'number' | 'count'> | undefined
	/** `own`: the children hold the `h1` themselves. */
	readonly heading?: 'shown' | 'own' | undefined
	/** Said before the heading, small: what kind of thing this is, which statement it belongs to. */
	readonly eyebrow?: Child
	readonly coalition?:
		| {
				readonly name: string
				readonly href: string
				/** What its members write in. */
				readonly language?: Language
				/** The colour it chose for links and buttons, if any. */
				readonly accent?: Hex | null
				readonly logo?: ReturnType<typeof logoOf>
		  }
		| undefined
	/** What members wrote in, of what is shown: the coalition's language unless said. */
	readonly writtenIn?: Language | undefined
	/** What is shown belongs to a demonstration, and every page says so. */
	readonly demo?: boolean | undefined
	/** Who is signed in. `waiting`: how many tasks wait on them; `id`: what the browser keeps their unsent text under. */
	readonly person?:
		| { readonly name: string; readonly waiting?: number | undefined; readonly id?: string | undefined }
		| undefined
	/** The way here from the coalition's page, without this page itself. */
	readonly where?: readonly Crumb[] | undefined
	/** What is wrong with a refused form on it: the title says so first, before the page is read, and then the page. */
	readonly errors?: FormErrors | undefined
	/** The ids of fields in `errors`, where they are not their names. */
	readonly errorIds?: Readonly<Record<string, string>> | undefined
	/** What stands before the errors: where in the work one is. */
	readonly above?: Child
	/** The page's full address, also printed at its foot. */
	readonly canonical?: string | undefined
	/** Other forms of the same page. */
	readonly alternates?: readonly Alternate[] | undefined
	/** The same page in the other language, or what changes the language and comes back here. */
	readonly otherLanguage?: string | undefined
	/** For search engines and previews. Pages for members are never indexed. */
	readonly description?: string | undefined
	readonly described?: Described | undefined
	readonly robots?: 'noindex' | undefined
	/** Module scripts that enhance the page. Of pages for the public only the one that checks a statement has any. */
	readonly script?: readonly string[] | undefined
	/** What was written in a form that is not on this page any more: to be copied from here. */
	readonly kept?: readonly string[] | undefined
	/** Leave out “Logga in”, as on the sign-in page itself. */
	readonly noSignIn?: boolean | undefined
	/** Where the source of the running version is kept, as the licence asks. */
	readonly sourceCode?: string | undefined
	readonly children: Child
}
