import * as z from 'zod'
import { SIGNOFF_ANSWERS } from '#domain/signing/facts.ts'

export const answerSchema = z.enum(SIGNOFF_ANSWERS)
