import * as z from 'zod'
import { json } from '#db/rows.ts'

const named = (path: string) => `(SELECT json_object('number', amendment.number, 'association', association.name)
	FROM amendment JOIN association ON association.id = amendment.association_id WHERE amendment.id = ballot.subject ->> '${path}')`

/** The amendments that a row of `ballot` is about, as an SQL expression; to be read as `putColumn`. */
export const PUT = `json_array(json(${named('$.amendmentId')}), json(${named('$.against.amendmentId')}))`

const namedSchema = z.object({ number: z.number(), association: z.string() })

/** None, where a ballot is about the text. */
export const putSchema = z
	.array(namedSchema.nullable())
	.transform((put) => put.flatMap((each) => (each === null ? [] : [each])))

export const putColumn = json(putSchema)
