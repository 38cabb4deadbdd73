import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

test.each([
	['Remissvaren önskas i både Word- och pdf-format.', ['docx', 'pdf']],
	['Remissvaren önskas i elektronisk form, i word-format och pdf-format.', ['docx', 'pdf']],
	['Vi ser gärna att remissvaren skickas i Word.', ['docx']],
	['Vi ser gärna att ni skickar svaren per epost, helst i wordformat.', ['docx']],
	['Svaret lämnas som pdf.', ['pdf']],
	[
		'Svaret bör lämnas i två versioner: den ena i ett bearbetningsbart format (t.ex. Word), den andra i ett format (t.ex. pdf) som följer tillgänglighetskraven enligt lagen (2018:1937) om tillgänglighet till digital offentlig service.',
		['docx', 'accessible-pdf'],
	],
	[
		'Svaret bör lämnas i två versioner: den ena i ett bearbetningsbart\nformat (t.ex.\nWord), den andra i ett format (t.ex.\npdf) som följer\ntillgänglighetskraven enligt lagen (2018:1937).',
		['docx', 'accessible-pdf'],
	],
	['Remissvaren ska lämnas som tillgänglighetsanpassad pdf.', ['accessible-pdf']],
	['Svaren lämnas både i Word och som tillgänglig pdf.', ['docx', 'accessible-pdf']],
	['Svaren lämnas i Word- och pdf-format; pdf:en ska uppfylla kraven på tillgänglighet.', ['docx', 'accessible-pdf']],
	['Svaren bör lämnas både på papper och per e-post.', ['paper']],
	['Remissvaren skickas i två exemplar till departementet samt per e-post i Word-format.', ['docx', 'paper']],
	['Svaret skickas per post eller e-post.', ['paper']],
	['Svaren bör lämnas per e-post.', []],
	['Svaren behöver inte skickas på papper.', []],
	['Svaren lämnas i pdf i stället för på papper.', ['pdf']],
	['Svaren bör inte bara lämnas som pdf utan även i Word.', ['docx', 'pdf']],
	['Promemorian kan laddas ned som pdf.', []],
	[
		'[Promemorian (pdf 1 MB)](/contentassets/promemoria.pdf)\n\nRemissvaren ska ha kommit in senast den 5 maj 2016.',
		[],
	],
	['Filnamnet är diarienumret följt av remissinstansens namn (t.ex. "N2015-06680-PUB X-stads kommun.doc").', []],
	['Remissinstanserna kan beställa betänkandet på papper. Svaret lämnas i Word.', ['docx']],
	['Please send your reply in Word and PDF format.', ['docx', 'pdf']],
] as const)('%j', (text, expected) => {
	expect(readNotice(text).formats.map(({ value }) => value)).toEqual(expected)
})
