import { type Pieces, whole } from '#domain/kernel/pieces.ts'
import { readReport } from './delivery-report.ts'
import { KINDS, type Kind } from './elsewhere.ts'
import { readFiles, type Sent } from './file/open-files.ts'
import { readStatement } from './file/statement.ts'
import { readAnswer, readMail } from './mail.ts'
import { packed, unpacked } from './packed.ts'
import { readAnew } from './read-parts.ts'

type Bytes = Uint8Array<ArrayBuffer>

export const isKind = (kind: string): kind is Kind => KINDS.some((known) => known === kind)

/** What `askedElsewhere` asks for, for whoever reads in its place; undefined when it never came to be its turn. */
export async function answerReading(kind: Kind, asked: Bytes): Promise<Bytes | undefined> {
	const read = await READINGS[kind](asked)
	return read === undefined ? undefined : whole(packed(read))
}

const READINGS: Readonly<Record<Kind, (asked: Bytes) => Promise<unknown>>> = {
	files: (asked) => readFiles(unpacked<Sent>(asked)),
	statement: (asked) => readStatement(whole(unpacked<Pieces>(asked))),
	letter: (asked) => readMail(unpacked(asked)),
	answer: (asked) => readAnswer(unpacked(asked)),
	report: (asked) => readReport(unpacked(asked)),
	parts: (asked) => readAnew(unpacked(asked)),
}
