import { expect, test } from 'vitest'
import { commentParagraphs } from './comment.ts'

test('a comment on some words of a block is told with those, on one line', () => {
	const entry = {
		threadId: 'thread-1',
		kind: 'comment',
		association: 'AnBo',
		role: 'contributor',
		block: { kind: 'position', text: 'Föreningarna ska ha **arvode**.' },
		quote: 'ska ha\narvode',
		text: 'Skriv hur mycket.',
	} as const
	const subject = { kind: 'comments', statementId: 'statement-1', title: 'Ett svar', entries: [entry] } as const
	expect(commentParagraphs(subject, 'sv')).toEqual([
		'AnBo säger om orden ”ska ha arvode” i ståndpunkten:\n> Skriv hur mycket.',
	])
})
