import type { StatementId } from '#domain/kernel/id.ts'
import type { SendResponseCommand } from '#usecases/publication/send-response.ts'

/** A letter to a ministry with a copy to whoever handles it there, before any file was made for it. */
export const responseCommand = (
	statementId: StatementId,
	more: Partial<SendResponseCommand> = {},
): SendResponseCommand => ({
	...{ statementId, to: 's.remissvar@example.org', copyTo: 'handlaggare@example.org' },
	subject: 'S2022/01234 – NSPH: svar på remissen God vård',
	cover: 'Här är vårt svar på remissen.',
	files: [],
	...{ again: false, reason: '' },
	...more,
})
