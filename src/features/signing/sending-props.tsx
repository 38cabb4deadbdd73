import type { PackFile } from '#domain/publication/pack.ts'
import type { SendingView } from '#read/publication/sending.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'

/** A statement to be sent. */
export type Sending = SendingView & {
	/** As they were made for what was typed; null before anything was. */
	readonly files: readonly PackFile[] | null
	/** The public address, without a path. */
	readonly origin: string
	/** The coalition's address for mail, at which replies come in, without what ties them to a letter; null: none do. */
	readonly intake: string | null
}

export type SendingProps = PageView<Sending, StatementParams>
