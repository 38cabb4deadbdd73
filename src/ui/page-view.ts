import type { Instant } from '#domain/kernel/id.ts'
import type { Language } from '#i18n/index.ts'
import type { Viewer } from '#read/viewer.ts'
import type { FormState } from '#ui/form-state.ts'
import type { PageProps } from '#ui/page-props.ts'

/** The part of every page's properties that follows from who looks and where: goes to `<Page>` as it is. */
export type Frame = Pick<
	PageProps,
	'lang' | 'coalition' | 'demo' | 'person' | 'otherLanguage' | 'sourceCode' | 'script' | 'errors' | 'kept'
>

/** What a page is drawn from. `Params` are those of its URL. */
export type PageView<Data, Params = Readonly<Record<never, string>>> = {
	readonly params: Params
	readonly query: URLSearchParams
	readonly viewer: Viewer
	readonly data: Data
	readonly form: FormState
	readonly lang: Language
	readonly frame: Frame
	/** The instant the page is drawn for. */
	readonly now: Instant
}

/** The parameters of every page of a statement's workspace. */
export type StatementParams = { readonly coalition: string; readonly statement: string }

/** The parameters of every page of a ballot. */
export type BallotParams = StatementParams & { readonly ballot: string }

/** The parameters of every page of an inquiry. */
export type InquiryParams = { readonly coalition: string; readonly inquiry: string }
