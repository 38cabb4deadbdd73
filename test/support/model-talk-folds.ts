import type { Model } from './model.ts'
import { statementOf } from './model-changes.ts'
import type { Entry, Of } from './model-entry.ts'
import { type TalkType, threadFolds } from './model-threads.ts'

/** What is said is said in the threads of its text. */
export const talkFolds = Object.fromEntries(
	Object.entries(threadFolds).map(([type, fold]) => [
		type,
		(model: Model, entry: Entry) => fold(statementOf(model, entry).threads, entry as never),
	]),
) as { readonly [Type in TalkType]: (model: Model, entry: Of<Type>) => void }
