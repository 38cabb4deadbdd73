import { catalogue, type Language } from '#i18n/index.ts'
import type { DoubtOf, Doubts } from '#i18n/sv/inquiry/intake.ts'
import type { Doubt } from '#intake/notice.ts'

/** Each kind has its own sentence and its own facts: the type parameter holds the two together. */
function say<Kind extends Doubt['kind']>(sentences: Doubts, kind: Kind, doubt: DoubtOf[Kind]): string {
	return sentences[kind](doubt)
}

/** What somebody must look at themselves in a notice, as a sentence for the person who checks it. */
export function doubtSentence(language: Language, doubt: Doubt): string {
	return say(catalogue(language).intake.doubts, doubt.kind, doubt)
}
