import type { AmendmentView } from '#read/amendment/amendments.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'

/** What a page about one amendment is given. */
export type AmendmentProps = PageView<AmendmentView, StatementParams & { readonly amendment: string }>
